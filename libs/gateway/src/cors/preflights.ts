import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { type ApiGatewayIntegrationResponse } from '@cdktf/provider-aws/lib/api-gateway-integration-response';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { nameInTerraform, plainText } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { jsonTemplate, mockOf } from '../integration/mock';
import { addAnswer, answerHeaders } from '../route/answer';
import { type Auth } from '../route/auth';
import { type ParsedRoute, type Verb } from '../route/route-key';
import { reference } from '../terraform';
import { type Cors, originHeaders, originTemplate } from './cors';
import { withSignedHeaders } from './signed-headers';

interface Preflight {
  readonly verbs: Set<Verb>;
  /** With the headers of signatures, where a route of the path takes signed requests. */
  cors: Cors;
  readonly answer: ApiGatewayIntegrationResponse;
}

/**
 * Answers browsers that ask, without a token, whether a page may call: `OPTIONS` for every path that has a route.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export class Preflights extends Construct {
  private readonly byPath = new Map<string, Preflight>();
  private readonly templates: Readonly<Record<string, string>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly api: ApiContext,
    private readonly cors: Cors,
  ) {
    super(scope, id);
    this.templates = jsonTemplate(plainText(originTemplate(cors)));
  }

  /** Lets pages use the verb of a route, and sign requests to one that takes signed requests. */
  allow(route: ParsedRoute, resourceId: string, auth: Auth): void {
    const preflight = this.byPath.get(route.path) ?? this.addPreflight(route, resourceId);
    this.byPath.set(route.path, preflight);
    preflight.verbs.add(route.verb);
    if (auth.kind === 'iam') preflight.cors = withSignedHeaders(this.cors);
    preflight.answer.responseParameters = answerHeaders(preflightHeaders(preflight.cors, preflight.verbs));
  }

  private addPreflight(route: ParsedRoute, resourceId: string): Preflight {
    const verbs = new Set<Verb>(['OPTIONS', route.verb]);
    const name = this.api.partName(`options_${route.pathName}`);
    const scope = new Construct(this, route.path);
    const { restApiId } = this.api;
    const method = new ApiGatewayMethod(scope, 'Resource', {
      restApiId,
      resourceId,
      httpMethod: 'OPTIONS',
      authorization: 'NONE',
    });
    nameInTerraform(method, name);
    const integration = new ApiGatewayIntegration(scope, 'Integration', {
      restApiId,
      resourceId,
      httpMethod: reference(method, 'http_method'),
      ...mockOf(204),
    });
    nameInTerraform(integration, name);
    const response = {
      statusCode: '204',
      headers: preflightHeaders(this.cors, verbs),
      templates: this.templates,
    };
    return { verbs, cors: this.cors, answer: addAnswer(scope, this.api, { resourceId, integration }, response) };
  }
}

/** What a browser is allowed, each as a mapping expression. */
export function preflightHeaders(cors: Cors, verbs: ReadonlySet<Verb>): Record<string, string> {
  const { allowHeaders, maxAgeSeconds } = cors;
  return {
    // Of answers to calls, which a preflight is not.
    ...originHeaders({ ...cors, exposeHeaders: [] }),
    'Access-Control-Allow-Headers': `'${allowHeaders.join(',')}'`,
    'Access-Control-Allow-Methods': `'${allowedMethods(verbs).join(',')}'`,
    'Access-Control-Max-Age': `'${maxAgeSeconds}'`,
  };
}

/** `ANY` is no verb that browsers know. */
function allowedMethods(verbs: ReadonlySet<Verb>): string[] {
  const named: Verb[] = verbs.has('ANY') ? ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] : [...verbs];
  return named.sort();
}
