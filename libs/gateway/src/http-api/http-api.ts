import { Apigatewayv2Integration } from '@cdktf/provider-aws/lib/apigatewayv2-integration';
import { Apigatewayv2Route } from '@cdktf/provider-aws/lib/apigatewayv2-route';
import { check, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type BindingRoute, type BoundHttpIntegration, type Integration } from '../integration/integration';
import { LambdaPermissions } from '../integration/permissions';
import { ServiceRoles } from '../integration/service-roles';
import { type Auth } from '../route/auth';
import { RouteGroup } from '../route/route-group';
import { reference } from '../terraform';
import { createHttpApi, type HttpApiContext, type HttpApiOptions } from './http-api-context';
import { type HttpAuthorizer } from './http-authorizer';
import { httpGuardOf } from './http-guard';
import { type HttpRouteKey, parseHttpRoute } from './http-route-key';
import { HttpStage, type HttpStageOptions } from './http-stage';
import { JwtAuthorizer, type JwtAuthorizerOptions } from './jwt-authorizer';

export interface HttpApiProps extends HttpApiOptions {
  readonly stage: HttpStageOptions;
}

export interface HttpRouteOptions {
  /** Who may call the route. `Auth.idToken()` is refused: a JWT authorizer cannot tell an ID token from an access token. */
  readonly auth: Auth;
  /**
   * The authorizer of the API that checks the caller.
   * @default - the only one that the API has
   */
  readonly authorizer?: HttpAuthorizer;
  /** What answers it. */
  readonly integration: Integration;
}

/**
 * An HTTP API with one stage, whose routes are guarded by a JWT authorizer unless they say otherwise.
 *
 * @throws ConstructError for props that AWS or browsers refuse; see each prop.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html
 */
export class HttpApi extends Construct {
  readonly apiId: string;
  private readonly api: HttpApiContext;
  private readonly stage: HttpStage;
  private readonly permissions: LambdaPermissions;
  private readonly serviceRoles: ServiceRoles;
  private readonly authorizers: HttpAuthorizer[] = [];
  private readonly routes: Construct;
  private readonly keys = new Set<string>();

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    this.api = createHttpApi(this, id, props);
    this.apiId = this.api.publicId;
    this.routes = new Construct(this, 'routes');
    // Of every stage: its name, `$default`, would be a variable in the pattern of an ARN.
    this.permissions = new LambdaPermissions(this, 'permissions', this.api, '*');
    this.serviceRoles = new ServiceRoles(this, 'service roles', this.api);
    const dependsOn = () => [...this.permissions.list(), ...this.serviceRoles.list()];
    this.stage = new HttpStage(this, 'stage', this.api, { ...props.stage, dependsOn });
    this.node.addValidation({ validate: () => this.missing() });
  }

  /** Where callers find the API. */
  get url(): string {
    return this.stage.invokeUrl;
  }

  /**
   * Checks access tokens of guarded routes.
   *
   * @throws ConstructError without a client or an audience.
   */
  addJwtAuthorizer(id: string, options: JwtAuthorizerOptions): JwtAuthorizer {
    const authorizer = new JwtAuthorizer(this, id, this.api, options);
    this.authorizers.push(authorizer);
    return authorizer;
  }

  /**
   * @param key `GET /reports/{id}`, or `$default` for what no other route takes
   * @throws ConstructError for a route that exists, a path that API Gateway refuses, and for options that do not fit.
   */
  addRoute(key: HttpRouteKey, { auth, authorizer, integration }: HttpRouteOptions): Construct {
    const route = parseHttpRoute(this, key);
    const fix = 'Remove one of the two';
    check(this, !this.keys.has(key), { prop: 'route', expected: 'each route once', found: key, fix });
    this.keys.add(key);
    const guard = httpGuardOf(this, key, { auth, authorizer }, this.authorizers);
    const scope = new Construct(this.routes, key);
    const target = this.addIntegration(scope, route, this.bind(route, integration));
    const added = new Apigatewayv2Route(scope, 'Resource', {
      apiId: this.api.apiId,
      routeKey: key,
      target: `integrations/${target}`,
      ...guard,
    });
    nameInTerraform(added, this.api.partName(route.name));
    // Terraform ignores this key: it is a comment that stays in the file which a reviewer reads.
    if (auth.kind === 'public') added.addOverride('//.public', auth.reason);
    if (auth.kind === 'iam') added.addOverride('//.iam', auth.callers);
    return scope;
  }

  /** Routes whose paths begin alike, and who may call them or what answers them where that is the same for all. */
  addGroup<Given extends keyof HttpRouteOptions = never>(
    prefix: `/${string}`,
    defaults: Pick<HttpRouteOptions, Given>,
  ): RouteGroup<HttpRouteKey, HttpRouteOptions, Given, Construct> {
    return new RouteGroup(this, prefix, defaults);
  }

  private bind(route: ReturnType<typeof parseHttpRoute>, integration: Integration): BoundHttpIntegration {
    const checkIntegration: BindingRoute['check'] = (holds, expected, found, fix) =>
      check(this, holds, { prop: `${route.key}, integration`, expected, found, fix });
    checkIntegration(
      typeof integration?.bindHttp === 'function',
      'an integration that HTTP APIs have: Integration.lambda or .http',
      integration?.constructor.name,
      'HTTP APIs make no answers of their own and call no templates: use one of these, or a RestApi',
    );
    return integration.bindHttp!({
      ...route,
      key: route.key as BindingRoute['key'],
      allowInvocation: (target) => this.permissions.allow(target),
      roleFor: (permissions) => this.serviceRoles.roleFor(route.name, permissions),
      check: checkIntegration,
    });
  }

  private addIntegration(scope: Construct, { name }: { readonly name: string }, bound: BoundHttpIntegration): string {
    const integration = new Apigatewayv2Integration(scope, 'Integration', { apiId: this.api.apiId, ...bound });
    nameInTerraform(integration, this.api.partName(name));
    return reference(integration, 'id');
  }

  /** An API without routes answers nothing. */
  private missing(): string[] {
    return this.keys.size > 0 ? [] : ['routes: expected at least one, found none. Call addRoute.'];
  }
}
