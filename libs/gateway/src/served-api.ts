import { openApiExtensions } from '@gatehouse/checks';
import { check, currentAccount, type IGrantee } from '@gatehouse/construct-kit';
import { type IResolveContext, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { policyOf } from './access/api-policy';
import { type GuardedRoute, InvokeGrants } from './access/invoke-grants';
import type * as ResourcePolicyModule from './access/resource-policy';
import { type ApiContext, createApi } from './api-context';
import { type CorsOptions } from './cors/cors';
import type * as ExistingModule from './existing/context';
import { type ExistingRestApiProps } from './existing/existing-rest-api';
import { type BindingRoute, type BoundIntegration, type Integration } from './integration/integration';
import { LambdaPermissions } from './integration/permissions';
import { ServiceRoles } from './integration/service-roles';
import { type ParsedRoute, type RouteKey } from './route/route-key';
import { type ServedStage } from './domain/served-stage';
import { type Endpoint } from './settings/endpoint';
import { type RestApiSettings } from './settings/rest-api-settings';
import { Deployment, type DeploymentRole } from './stage/deployment';
import { type RouteSettings } from './stage/route-settings';
import { checkGiven } from './stage/check-stage';
import { Stage, type StageOptions } from './stage/stage';

export interface ServedApiProps extends RestApiSettings {
  /** Name shown in AWS, and in the names of logs. */
  readonly name: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Web pages of other origins that may call the API.
   * @default - none may
   */
  readonly cors?: CorsOptions;
  readonly stage: StageOptions;
  /**
   * Who may call the API at all, whatever guards its routes.
   * @default - no resource policy: the routes' guards alone decide
   */
  readonly policy?: readonly ResourcePolicyModule.ApiPolicyStatement[];
}

/**
 * A REST API with one stage and what serves it, however its routes are written.
 *
 * @throws ConstructError for props that AWS or browsers refuse; see each prop.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_rest_api
 */
export abstract class ServedApi extends Construct {
  readonly restApiId: string;
  readonly stageName: string;

  protected readonly api: ApiContext;
  protected readonly permissions: LambdaPermissions;
  /** The routes so far, by key. */
  protected readonly guarded = new Map<RouteKey, GuardedRoute>();
  /** Absent: it is the owner's. */
  protected readonly stage?: Stage;
  private readonly serviceRoles: ServiceRoles;
  private readonly grants: InvokeGrants;
  private readonly hasCache: boolean = false;
  private cachedRoutes = 0;

  constructor(scope: Construct, id: string, props: ServedApiProps | ExistingRestApiProps) {
    super(scope, id);
    if (!('restApiId' in props) || props.deployedBy === 'thisStack') checkGiven(this, props.stage);
    this.api = 'restApiId' in props ? existing().existingApi(this, id, props) : createApi(this, id, props);
    this.restApiId = this.api.publicId;
    this.stageName = 'stageName' in props ? props.stageName : props.stage.name;
    this.checkName();
    this.permissions = new LambdaPermissions(this, 'permissions', this.api, `${this.stageName}/*/*`);
    this.serviceRoles = new ServiceRoles(this, 'service roles', this.api);
    this.grants = new InvokeGrants(this, 'grants', this.api, this.stageName);
    if ('stageName' in props) return;
    this.stage = this.addStage(props.stage);
    this.hasCache = props.stage.cache !== undefined;
    this.addPolicy(this.api.settings?.endpoint, 'policy' in props ? props.policy : undefined);
    this.node.addValidation({ validate: () => this.idleCache() });
  }

  /** `https://<api>.execute-api.<region>.amazonaws.com/<stage>` */
  protected get endpointUrl(): string {
    return this.stage?.invokeUrl ?? existing().urlOf(this, this.restApiId, this.stageName);
  }

  /**
   * Lets those who hold a role call IAM routes with its credentials: `api.grantInvoke(people.guests, 'GET /prices')`. The policy is
   * written in the API's stack; where nobody holds the role in this environment, none is.
   *
   * @throws ConstructError for a route that the API does not have, and for one that is not guarded by `Auth.iam`.
   */
  grantInvoke(grantee: IGrantee, route: RouteKey, ...more: readonly RouteKey[]): void {
    for (const key of [route, ...more]) this.grants.allow(grantee, key, this.guarded);
  }

  /** What usage plans and domains name it by, in the words of the stack of `user`. */
  served(user: Construct): ServedStage {
    const own = TerraformStack.of(user) === TerraformStack.of(this);
    return {
      kind: 'rest',
      apiId: own ? this.api.restApiId : this.api.publicId,
      stageName: own ? (this.stage?.stageName ?? this.stageName) : this.stageName,
      routes: this.guarded,
      disableDefaultEndpoint: () => {
        if (this.api.restApi) this.api.restApi.disableExecuteApiEndpoint = true;
      },
    };
  }

  /** Binds what answers a route to the route. */
  protected bind(route: ParsedRoute, integration: Integration | undefined): BoundIntegration {
    const checkIntegration: BindingRoute['check'] = (holds, expected, found, fix) =>
      check(this, holds, { prop: `${route.key}, integration`, expected, found, fix });
    // An index into a list, or a cast, gives what the types exclude.
    const isIntegration = typeof integration?.bind === 'function';
    const found = integration?.constructor.name;
    checkIntegration(isIntegration, 'an Integration', found, 'Make it by Integration.lambda, .mock or .http');
    return integration!.bind({
      ...route,
      cors: this.api.cors,
      allowInvocation: (target) => this.permissions.allow(target),
      account: () => currentAccount(this, 'gateway'),
      roleFor: (permissions) => this.serviceRoles.roleFor(route.name, permissions),
      check: checkIntegration,
    });
  }

  /** @throws ConstructError for settings of a route where the stage is the owner's. */
  protected treat(route: ParsedRoute, settings: RouteSettings, cached: boolean): void {
    const { cacheTtlSeconds, loggingLevel, metrics, throttle } = settings;
    const own = Object.entries({ cacheTtlSeconds, loggingLevel, metrics, throttle }).find(
      ([, value]) => value !== undefined,
    );
    const prop = cached ? 'cached' : own?.[0];
    if (prop !== undefined) this.ownStage(`${route.key}, ${prop}`).treat(route, settings, cached);
  }

  /** The keys, where the stage has a cache that they are for. */
  protected cached<T>(keys: T): T | undefined {
    this.cachedRoutes++;
    return this.hasCache ? keys : undefined;
  }

  /** The part of the definition that a deployment copies and that is no resource of its own. */
  protected abstract deployed(context: IResolveContext): string | undefined;

  /** @throws ConstructError when the stage is the owner's. */
  protected ownStage(prop: string): Stage {
    check(this, this.stage !== undefined, {
      prop,
      expected: 'a stage that is made here',
      found: `the stage ${this.stageName} of the owner`,
      fix: 'Leave it to the owner of the API, or set deployedBy to "thisStack" and give a stage',
    });
    return this.stage;
  }

  private addPolicy(endpoint: Endpoint | undefined, given: ServedApiProps['policy']): void {
    const statements = policyOf(endpoint, given);
    if (statements === undefined) return;
    const { ResourcePolicy } = load<typeof ResourcePolicyModule>('./access/resource-policy');
    new ResourcePolicy(this, 'policy', this.api, statements);
  }

  private addStage(options: StageOptions): Stage {
    const deployed = (context: IResolveContext) => this.deployed(context);
    const add = (id: string, role: DeploymentRole) => new Deployment(this, id, this.api, deployed, role).deploymentId;
    const deploymentId = add('deployment', options.canary ? 'beside canary' : 'only');
    return new Stage(this, 'stage', this.api, {
      ...options,
      deploymentId,
      canaryDeploymentId: options.canary && add('canary', 'canary'),
      dependsOn: () => [...this.permissions.list(), ...this.serviceRoles.list()],
    });
  }

  /** Both would write to one log group, and their alarms would have one name. */
  private checkName(): void {
    const { apiName: name } = this.api;
    const alike = TerraformStack.of(this)
      .node.findAll()
      .find((other) => other instanceof ServedApi && other !== this && other.hasName(name, this.stageName));
    check(this, alike === undefined, {
      prop: 'name',
      expected: 'a name and stage of its own among the APIs of the stack',
      found: `${name} with stage ${this.stageName}, as ${alike?.node.path}`,
      fix: 'Rename one of the two',
    });
  }

  private hasName(name: string, stage: string): boolean {
    return this.api.apiName === name && this.stageName === stage;
  }

  /** AWS charges for a cache that keeps nothing. */
  private idleCache(): string[] {
    if (!this.hasCache || this.cachedRoutes > 0) return [];
    return [
      'stage.cache: expected at least one cached route, found none. Add `cached: true` to a public GET route ' +
        `(${openApiExtensions().cached} in OpenAPI), or remove the cache (api.cache in the environment file).`,
    ];
  }
}

const existing = () => load<typeof ExistingModule>('./existing/context');

/** What most environments do not have is loaded when it is used: the provider's modules behind it are large. */
function load<T>(module: './access/resource-policy' | './existing/context'): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require(module) as T;
}
