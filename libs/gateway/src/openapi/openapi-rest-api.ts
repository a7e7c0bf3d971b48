import { openApiExtensions } from '@gatehouse/checks';
import { type Construct } from 'constructs';
import { type CognitoAuthorizerOptions, checkPools } from '../cognito-authorizer';
import { type Integration } from '../integration/integration';
import { withSignedHeaders } from '../cors/signed-headers';
import { type Auth } from '../route/auth';
import { cacheKeysOf } from '../route/cache-keys';
import { scopeNames } from '../route/guard';
import { type RouteKey, type Verb } from '../route/route-key';
import { ServedApi, type ServedApiProps } from '../served-api';
import { documentBody, literals, signatureScheme } from './body';
import { checkExtensions } from './check-extensions';
import { checkReferences } from './check-references';
import { type Members, OpenApiDocument } from './document';
import { gatewayResponses, integrationExtension, preflightOperation } from './extensions';
import { mockOf } from './mock';
import { type Operation, operationsOf } from './operations';
import { parameterNames, withParameters } from './parameters';
import { authOf, schemeOf } from './security';

export interface OpenApiRestApiProps extends ServedApiProps {
  /** The document, parsed: OpenAPI 3.0. */
  readonly document: unknown;
  /** File that it was read from, for errors. */
  readonly source: string;
  /**
   * Whose document it is: its extensions begin with `x-<project>-`.
   * @default - `gatehouse`, so `x-gatehouse-public`
   */
  readonly project?: string;
  /** Checks the tokens of guarded operations; `id` is its name where the document names no scheme. */
  readonly authorizer: CognitoAuthorizerOptions & { readonly id: string };
  /** What answers operations that have neither `x-amazon-apigateway-integration` nor `x-gatehouse-mock`. */
  readonly integration: Integration;
}

/**
 * A regional REST API with one stage, made from an OpenAPI document. Operations are guarded by a Cognito authorizer:
 * `security` names scopes of access tokens, without it the ID token is asked for, and `x-gatehouse-public: why` opens an
 * operation, `x-gatehouse-iam: who` makes it one for requests signed with AWS credentials. Bodies and parameters are checked against the document, and browsers' preflights are answered.
 *
 * @throws ConstructError with file and JSON path for whatever API Gateway would refuse, ignore or leave open.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
 */
export class OpenApiRestApi extends ServedApi {
  private readonly document: OpenApiDocument;
  private readonly scheme: string;
  /** Paths with an operation that takes signed requests. */
  private readonly signedPaths = new Set<string>();

  constructor(scope: Construct, id: string, props: OpenApiRestApiProps) {
    super(scope, id, props);
    const { authorizer, integration, source } = props;
    checkPools(this, authorizer.userPools);
    this.document = new OpenApiDocument(this, source, props.document, openApiExtensions(props.project));
    checkReferences(this.document);
    checkExtensions(this.document);
    this.scheme = schemeOf(this.document, authorizer.id);
    const operations = operationsOf(this, this.document);
    const body = documentBody(this.document.root, {
      title: props.name,
      scheme: this.scheme,
      authorizer,
      paths: this.pathsOf(operations, integration),
      signed: this.signedPaths.size > 0,
      gatewayResponses: this.api.cors && gatewayResponses(this.api.cors),
    });
    if (this.api.restApi !== undefined) this.api.restApi.body = body;
  }

  private pathsOf(operations: readonly Operation[], integration: Integration): Record<string, object> {
    const paths: Record<string, Record<string, object>> = {};
    const verbs = new Map<string, Set<Verb>>();
    for (const operation of operations) {
      const { path, verb } = operation.route;
      this.checkOptions(operation);
      (paths[path] ??= {})[operation.member] = this.operationOf(operation, integration);
      verbs.set(path, (verbs.get(path) ?? new Set<Verb>(['OPTIONS'])).add(verb));
    }
    for (const [path, known] of verbs) {
      const cors = this.api.cors && (this.signedPaths.has(path) ? withSignedHeaders(this.api.cors) : this.api.cors);
      if (cors !== undefined) paths[path]!['options'] = preflightOperation(cors, known);
    }
    return paths;
  }

  private operationOf(operation: Operation, integration: Integration): object {
    const { path, route, value } = operation;
    const auth = authOf(this.document, operation, this.scheme);
    this.guarded.set(route.key, { auth, place: this.document.placeOf(path) });
    if (auth.kind === 'iam') this.signedPaths.add(route.path);
    const cacheKeys = this.cacheKeysOf(operation);
    const own = value['x-amazon-apigateway-integration'];
    const extended =
      own === undefined
        ? integrationExtension(this.bind(route, mockOf(this.document, operation) ?? integration), cacheKeys)
        : undefined;
    return {
      ...(literals(withParameters(operation, cacheKeys)) as object),
      // Under the name that the review knows, whatever the document's is.
      ...(auth.kind === 'public' && { [openApiExtensions().public]: auth.reason }),
      ...(auth.kind === 'iam' && { [openApiExtensions().iam]: auth.callers }),
      responses: withAnswers(literals(value['responses'] ?? {}) as Members, extended?.responses),
      security: this.securityOf(route.key, auth),
      'x-amazon-apigateway-integration': extended?.integration ?? {
        ...(literals(this.document.members(value, [...path, 'x-amazon-apigateway-integration'])) as object),
        ...(cacheKeys.length > 0 && { cacheKeyParameters: cacheKeys }),
      },
    };
  }

  private securityOf(key: RouteKey, auth: Auth): Members[] {
    if (auth.kind === 'public') return [];
    if (auth.kind === 'iam') return [{ [signatureScheme]: [] }];
    return [{ [this.scheme]: auth.kind === 'accessToken' ? scopeNames(this, key, auth.scopes) : [] }];
  }

  private cacheKeysOf(operation: Operation): readonly string[] {
    const { path, route, value } = operation;
    const key = this.document.extensions.cached;
    const cached = value[key] ?? false;
    const at = [...path, key];
    const fix = 'Write true or remove it';
    this.document.check(typeof cached === 'boolean', at, 'true or false', cached, fix);
    if (!cached) return [];
    const auth = authOf(this.document, operation, this.scheme);
    const requestParameters = Object.fromEntries(parameterNames(operation).map((name) => [name, false]));
    const keys = cacheKeysOf(this, { route, auth, requestParameters, cors: this.api.cors });
    this.ownStage(`${route.key}, cached`).cache(route);
    return this.cached(keys) ?? [];
  }

  private checkOptions({ path, route }: Operation): void {
    const free = route.verb !== 'OPTIONS' || this.api.cors === undefined;
    const expected = 'OPTIONS left to cors, which answers it for every path';
    this.document.check(free, path, expected, route.key, 'Remove the operation, or cors');
  }
}

/** What the document says of its answers, with the headers that API Gateway adds to some. */
function withAnswers(responses: Members, added: Members = {}): Members {
  const whole = Object.entries(added).map(([status, answer]) => [
    status,
    {
      ...(answer as Members),
      ...(responses[status] as Members | undefined),
      headers: (answer as Members)['headers'],
    },
  ]);
  return { ...responses, ...Object.fromEntries(whole) };
}
