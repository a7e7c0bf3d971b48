import { openApiExtensions } from '@gatehouse/checks';
import { type IResolveContext } from 'cdktf';
import { type Construct } from 'constructs';
import { policyOf } from './access/api-policy';
import { unknownRoutes } from './access/policy-routes';
import { InvokeGrants } from './access/invoke-grants';
import type * as ResourcePolicyModule from './access/resource-policy';
import { restMetrics } from './alarms/metrics';
import { type ApiContext, createApi } from './api-context';
import { type CorsOptions } from './cors/cors';
import type * as ExistingModule from './existing/context';
import { urlOf } from './existing/address';
import { type ExistingRestApiProps } from './existing/existing-rest-api';
import { type BoundIntegration, type Integration } from './integration/integration';
import { LambdaPermissions } from './integration/permissions';
import { ServiceRoles } from './integration/service-roles';
import { type ParsedRoute, type RouteKey } from './route/route-key';
import { type Endpoint } from './settings/endpoint';
import { type RestApiSettings } from './settings/rest-api-settings';
import { CanaryRelease, type Triggers } from './stage/canary-release';
import { CanaryDeployment, Deployment } from './stage/deployment';
import { type RouteSettings } from './stage/route-settings';
import { checkGiven } from './stage/check-stage';
import { snapshot } from './stage/snapshot';
import { Stage, type StageOptions } from './stage/stage';
import { spokenIntegration } from './integration/spoken';
import { StagedApi } from './staged-api';

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
export abstract class ServedApi extends StagedApi<RouteKey, Stage> {
  readonly restApiId: string;
  readonly stageName: string;

  protected readonly api: ApiContext;
  protected readonly permissions: LambdaPermissions;
  protected readonly stage?: Stage;
  protected readonly serviceRoles: ServiceRoles;
  protected readonly grants: InvokeGrants;
  protected readonly adviceOfOwner =
    'Leave it to the owner of the API, or set deployedBy to "thisStack" and give a stage';
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
    return this.stage?.invokeUrl ?? urlOf(this, this.restApiId, this.stageName);
  }

  protected get arnStage(): string {
    return this.stageName;
  }

  override served(user: Construct) {
    return { ...super.served(user), kind: 'rest' as const };
  }

  /** Binds what answers a route to the route. */
  protected bind(route: ParsedRoute, integration: Integration | undefined): BoundIntegration {
    const binding = this.binding(route);
    // An index into a list, or a cast, gives what the types exclude; functions have a bind of their own.
    const isIntegration = typeof integration === 'object' && typeof integration?.bind === 'function';
    const fix = 'Make it by Integration.lambda, .mock or .http';
    binding.check(isIntegration, 'an Integration', spokenIntegration(integration), fix);
    const isAtEdge = this.api.settings?.endpoint?.types[0] === 'EDGE';
    return integration!.bind({ ...route, ...binding, cors: this.api.cors, isAtEdge });
  }

  protected servedApi() {
    return {
      kind: 'rest' as const,
      apiId: this.api.restApiId,
      isPrivate: this.isPrivate,
      disableDefaultEndpoint: () => {
        if (this.api.restApi) this.api.restApi.disableExecuteApiEndpoint = true;
      },
    };
  }

  protected metricsOf(stageName: string) {
    return restMetrics(this.api, stageName);
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

  /** Absent: its owner knows. */
  private get isPrivate(): boolean | undefined {
    return this.api.restApi && this.api.settings?.endpoint?.types[0] === 'PRIVATE';
  }

  /** The part of the definition that a deployment copies and that is no resource of its own. */
  protected abstract deployed(context: IResolveContext): string | undefined;

  private addPolicy(endpoint: Endpoint | undefined, given: ServedApiProps['policy']): void {
    const statements = policyOf(endpoint, given);
    if (statements === undefined) return;
    const { ResourcePolicy } = load<typeof ResourcePolicyModule>('./access/resource-policy');
    new ResourcePolicy(this, 'policy', this.api, statements);
    const preflights = this.api.cors !== undefined;
    this.node.addValidation({ validate: () => unknownRoutes(statements, [...this.guarded.keys()], preflights) });
  }

  private addStage(options: StageOptions): Stage {
    const triggersOf: Triggers = (context) => snapshot(this, context, this.deployed(context));
    const release = options.canary && new CanaryRelease(this, this.api, options.canary, triggersOf);
    const triggers: Triggers = release ? (context) => release.triggers(context) : triggersOf;
    return new Stage(this, 'stage', this.api, {
      ...options,
      deploymentId: new Deployment(this, 'deployment', this.api, { triggers, release }).deploymentId,
      release,
      canaryDeploymentId: release && new CanaryDeployment(this, 'canary', this.api, release).deploymentId,
      dependsOn: () => [...this.permissions.list(), ...this.serviceRoles.list()],
    });
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
