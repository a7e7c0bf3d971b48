import { type IResolveContext } from 'cdktf';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { withSignedHeaders } from '../cors/signed-headers';
import { type DefinitionWriter, type WrittenRoute } from '../definition/writer';
import { type Verb } from '../route/route-key';
import { documentationKey, documentBody, literals } from './body';
import { bodyText, lateText } from './body-text';
import { withoutComments } from './comments';
import { settingsInBody, takeFromDocument } from '../settings/rest-api-settings';
import { type Members } from './document';
import { preflightOperation } from './extensions';
import { operationBody } from './operation-body';
import { anyVerb } from './operations';
import { apiKey, apiKeyScheme, securityScheme, signature, signatureScheme } from './schemes';

type Parts = {
  [Part in 'authorizer' | 'documentation' | 'gatewayResponse' | 'model' | 'validator']: Parameters<
    DefinitionWriter[Part]
  >;
};

/**
 * One OpenAPI body for the whole API: everything that an import replaces is in it, since whatever it does not name, such as an
 * authorizer, is deleted.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export class OpenApiWriter implements DefinitionWriter {
  readonly kind = 'openapi';
  private readonly schemes: Record<string, Members> = {};
  private readonly models: Record<string, Members> = {};
  private readonly validators: Record<string, Members> = {};
  private readonly responses: Record<string, Members> = {};
  private readonly documented: Members[] = [];
  private readonly routes: WrittenRoute[] = [];
  private written?: Members;

  /** @param base the author's document: its operations are added as routes, and everything else of it stays */
  constructor(
    private readonly api: ApiContext,
    private readonly base?: Members,
  ) {
    const { restApi, settings = {} } = api;
    if (restApi === undefined) return;
    if (base !== undefined) takeFromDocument(restApi, settings, base);
    if (settings.failOnWarnings === true) restApi.failOnWarnings = true;
    restApi.body = lateText(() => this.document());
  }

  authorizer(...[, config]: Parts['authorizer']): string {
    this.add(this.schemes, config.name, securityScheme(config));
    return config.name;
  }

  model(...[, { name, schema = '{}' }]: Parts['model']): string {
    this.add(this.models, name, literals(JSON.parse(schema)) as Members);
    return name;
  }

  validator(...[, { name, validateRequestBody, validateRequestParameters }]: Parts['validator']): string {
    this.add(this.validators, name, { validateRequestBody, validateRequestParameters });
    return name;
  }

  gatewayResponse(...[, { responseType, ...config }]: Parts['gatewayResponse']): void {
    const { statusCode, ...same } = config;
    this.add(this.responses, responseType, { ...(statusCode !== undefined && { statusCode }), ...same });
  }

  documentation(...[, , { location, properties }]: Parts['documentation']): readonly string[] {
    this.documented.push({ location, properties: literals(JSON.parse(properties)) });
    this.written = undefined;
    return [];
  }

  route(_owner: Construct, route: WrittenRoute): void {
    this.routes.push(route);
    this.written = undefined;
  }

  resourceId(): undefined {
    return undefined;
  }

  deployed(context: IResolveContext): string {
    const deployed = Object.entries(this.document()).filter(([key]) => key !== documentationKey);
    return bodyText(withoutComments(Object.fromEntries(deployed)), context);
  }

  private add(parts: Record<string, Members>, name: string, value: Members): void {
    parts[name] = value;
    this.written = undefined;
  }

  private document(): Members {
    return (this.written ??= documentBody({
      title: this.api.apiName,
      description: this.api.restApi?.descriptionInput,
      base: this.base,
      paths: this.paths(),
      schemes: this.schemesInUse(),
      models: this.models,
      validators: this.validators,
      gatewayResponses: this.responses,
      documented: this.documented,
      settings: this.api.restApi && settingsInBody(this.api.restApi),
    }));
  }

  private schemesInUse(): Members {
    const signed = this.routes.some(({ auth }) => auth.kind === 'iam');
    const keyed = this.routes.some(({ apiKeyRequired }) => apiKeyRequired === true);
    return {
      ...this.schemes,
      ...(signed && { [signatureScheme]: signature }),
      ...(keyed && { [apiKeyScheme]: apiKey }),
    };
  }

  private paths(): Members {
    const paths = new Map<string, Record<string, unknown>>();
    const verbs = new Map<string, { readonly known: Set<Verb>; signed: boolean }>();
    for (const written of this.routes) {
      const { auth, route } = written;
      paths.set(route.path, { ...paths.get(route.path), [memberOf(route.verb)]: operationBody(written) });
      const path = verbs.get(route.path) ?? { known: new Set<Verb>(['OPTIONS']), signed: false };
      path.known.add(route.verb);
      path.signed ||= auth.kind === 'iam';
      verbs.set(route.path, path);
    }
    const { cors } = this.api;
    if (cors === undefined) return Object.fromEntries(paths);
    for (const [path, { known, signed }] of verbs) {
      paths.get(path)!['options'] = preflightOperation(signed ? withSignedHeaders(cors) : cors, known);
    }
    return Object.fromEntries(paths);
  }
}

/** Key of a verb under its path. */
function memberOf(verb: Verb): string {
  return verb === 'ANY' ? anyVerb : verb.toLowerCase();
}
