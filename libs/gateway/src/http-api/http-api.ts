import { Apigatewayv2Route } from '@cdktf/provider-aws/lib/apigatewayv2-route';
import { check, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { checkFree } from '../free-id';
import { type HttpApiIntegration } from '../integration/integration';
import { checkOperationName, type OperationOptions } from '../request/operation';
import { type Auth } from '../route/auth';
import { RouteGroup } from '../route/route-group';
import { addressOf } from '../terraform';
import { type ExistingHttpApiProps } from './http-api-context';
import { type HttpAuthorizer } from './http-authorizer';
import { httpGuardOf } from './http-guard';
import { HttpIntegrations } from './http-integration';
import { type HttpRouteKey, parseHttpRoute } from './http-route-key';
import { type HttpRouteSettings } from './http-stage';
import { JwtAuthorizer, type JwtAuthorizerOptions } from './jwt-authorizer';
import type * as LambdaAuthorizerModule from './lambda-authorizer';
import { refusedPreflights } from './preflight-refusals';
import { checkNoRestOptions } from './rest-only';
import { type HttpApiProps, ServedHttpApi } from './served-http-api';

/** A route of an HTTP API: who may call it, and what answers. */
export interface HttpRouteOptions extends Pick<OperationOptions, 'operationName'>, HttpRouteSettings {
  /** Who may call the route. `Auth.idToken()` is refused: a JWT authorizer cannot tell an ID token from an access token. */
  readonly auth: Auth;
  /**
   * The authorizer of the API that checks the caller.
   * @default - the only one of its kind that the API has
   */
  readonly authorizer?: HttpAuthorizer;
  /** What answers it. */
  readonly integration: HttpApiIntegration;
}

/**
 * An HTTP API with one stage, whose routes are guarded by an authorizer unless they say otherwise. It has no API keys, request models,
 * mocks, caches, canaries, resource policies, private endpoints and web ACLs of AWS WAF: those are of a `RestApi`.
 *
 * @throws ConstructError for props that AWS or browsers refuse; see each prop.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_api
 * @example
 * const api = new HttpApi(this, 'api', {
 *   name: 'acme-reports',
 *   stage: { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
 * });
 * api.addJwtAuthorizer('users', { userPool: users, clients: [web] });
 * api.addRoute('GET /reports', { auth: Auth.accessToken('reports/read'), integration: Integration.lambda(service) });
 */
export class HttpApi extends ServedHttpApi {
  private readonly authorizers: HttpAuthorizer[] = [];
  private readonly integrations: HttpIntegrations;
  private readonly routes: Construct;

  /**
   * An API that is made elsewhere, to which guarded routes are added. They answer at once where the owner's stage deploys by itself,
   * otherwise after the owner's next deployment.
   *
   * @throws ConstructError for an id that API Gateway does not make.
   * @example
   * const api = HttpApi.fromId(this, 'api', { apiId: 'a1b2c3d4e5' });
   */
  static fromId(scope: Construct, id: string, props: ExistingHttpApiProps): HttpApi {
    return new HttpApi(scope, id, props);
  }

  /** @param props of an API that is made here; for one that is not, see `fromId` */
  constructor(scope: Construct, id: string, props: HttpApiProps | ExistingHttpApiProps) {
    super(scope, id, props);
    this.integrations = new HttpIntegrations(this.api);
    this.routes = new Construct(this, 'routes');
    this.node.addValidation({ validate: () => this.missing() });
  }

  /**
   * Checks access tokens of routes with `Auth.accessToken`. An API may have several.
   *
   * @throws ConstructError without a client or an audience, and for an issuer that is no https URL.
   * @example
   * api.addJwtAuthorizer('users', { userPool: users, clients: [web] });
   */
  addJwtAuthorizer(id: string, options: JwtAuthorizerOptions): JwtAuthorizer {
    checkFree(this, 'addJwtAuthorizer', id, id);
    const authorizer = new JwtAuthorizer(this, id, this.api, options);
    this.authorizers.push(authorizer);
    return authorizer;
  }

  /**
   * Asks a function about callers of routes with `Auth.custom`. An API may have several.
   *
   * @throws ConstructError for a cache time that API Gateway refuses, and for a cache without identity sources.
   * @example
   * api.addLambdaAuthorizer('partners', { function: check });
   */
  addLambdaAuthorizer(
    id: string,
    options: LambdaAuthorizerModule.HttpLambdaAuthorizerOptions,
  ): LambdaAuthorizerModule.HttpLambdaAuthorizer {
    checkFree(this, 'addLambdaAuthorizer', id, id);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- few APIs have one, and the provider's modules are large
    const { HttpLambdaAuthorizer } = require('./lambda-authorizer') as typeof LambdaAuthorizerModule;
    const authorizer = new HttpLambdaAuthorizer(this, id, this.api, options);
    this.authorizers.push(authorizer);
    return authorizer;
  }

  /**
   * @param key `GET /reports/{id}`, or `$default` for what no other route takes
   * @throws ConstructError for a route that exists, a path that API Gateway refuses, and for options that do not fit. Synthesis fails for a
   * guarded `$default` or `ANY` of an API with `cors` that has no open route for preflights.
   * @example
   * api.addRoute('GET /reports/{id}', { auth: Auth.accessToken('reports/read'), integration: Integration.lambda(service) });
   */
  addRoute(key: HttpRouteKey, options: HttpRouteOptions): Construct {
    const { auth, authorizer, integration, metrics, operationName, throttle } = options;
    const route = parseHttpRoute(this, key);
    checkNoRestOptions(this, key, options);
    const fix = 'Remove one of the two';
    check(this, !this.guarded.has(key), { prop: 'route', expected: 'each route once', found: key, fix });
    checkOperationName(this, key, operationName);
    const guard = httpGuardOf(this, key, { auth, authorizer }, this.authorizers);
    this.guarded.set(key, { auth, place: `${key} of ${this.node.path}` });
    const scope = new Construct(this.routes, key);
    const target = this.integrations.idOf(scope, route.name, integration, this.bind(route, integration));
    const added = new Apigatewayv2Route(scope, 'Resource', {
      apiId: this.api.apiId,
      routeKey: key,
      target: `integrations/${target}`,
      operationName,
      ...guard,
    });
    nameInTerraform(added, this.api.partName(route.name));
    this.explain(added, auth);
    if (auth.kind === 'iam') this.api.allowSigning?.();
    if (throttle !== undefined || metrics !== undefined) {
      const stage = this.ownStage(`${key}, ${throttle === undefined ? 'metrics' : 'throttle'}`);
      stage.treat(key, addressOf(added), { metrics, throttle });
    }
    return scope;
  }

  /**
   * Routes whose paths begin alike, and who may call them or what answers them where that is the same for all.
   *
   * @example
   * const orders = api.addGroup('/orders', { auth: Auth.accessToken('orders/read') });
   * orders.addRoute('GET /{id}', { integration }); // GET /orders/{id}
   */
  addGroup<Given extends keyof HttpRouteOptions = never>(
    prefix: `/${string}`,
    defaults: Pick<HttpRouteOptions, Given>,
  ): RouteGroup<HttpRouteKey, HttpRouteOptions, Given, Construct> {
    return new RouteGroup(this, prefix, defaults);
  }

  protected authorizerNeeds(): readonly string[] {
    return this.authorizers.flatMap(({ needs }) => needs);
  }

  /** Terraform ignores this key: it is a comment that stays in the file which a reviewer reads. */
  private explain(route: Apigatewayv2Route, auth: Auth): void {
    if (auth.kind === 'public') route.addOverride('//.public', auth.reason);
    if (auth.kind === 'iam' || auth.kind === 'custom') route.addOverride(`//.${auth.kind}`, auth.callers);
  }

  /** An API without routes answers nothing, and pages can call no route that refuses preflights. */
  private missing(): string[] {
    if (this.guarded.size === 0) return ['routes: expected at least one, found none. Call addRoute.'];
    return this.api.pagesMayCall === true ? refusedPreflights(this.guarded) : [];
  }
}
