import { check, currentAccount, type IGrantee } from '@gatehouse/construct-kit';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type GuardedRoute, InvokeGrants } from '../access/invoke-grants';
import { routeArn } from '../access/route-arn';
import type * as AlarmsModule from '../alarms/alarms';
import type * as DashboardModule from '../alarms/dashboard';
import { httpMetrics } from '../alarms/metrics';
import { type ServedStage } from '../domain/served-stage';
import { type BindingRoute, type BoundHttpIntegration, type HttpApiIntegration } from '../integration/integration';
import { LambdaPermissions } from '../integration/permissions';
import { ServiceRoles } from '../integration/service-roles';
import { checkGiven } from '../stage/check-stage';
import {
  createHttpApi,
  existingHttpApi,
  type ExistingHttpApiProps,
  type HttpApiContext,
  type HttpApiOptions,
  urlOfExisting,
} from './http-api-context';
import type * as HttpDomainModule from './http-domain';
import { type HttpRouteKey, type parseHttpRoute } from './http-route-key';
import { HttpStage, type HttpStageOptions } from './http-stage';

export interface HttpApiProps extends HttpApiOptions {
  readonly stage: HttpStageOptions;
}

/** An HTTP API with one stage and what serves it, however its routes are written. */
export abstract class ServedHttpApi extends Construct {
  readonly apiId: string;
  /** `$default` unless the stage has a name. */
  readonly stageName: string;

  protected readonly api: HttpApiContext;
  /** The routes so far, by key. */
  protected readonly guarded = new Map<HttpRouteKey, GuardedRoute>();
  /** Absent: it is the owner's. */
  protected readonly stage?: HttpStage;
  private readonly permissions: LambdaPermissions;
  private readonly serviceRoles: ServiceRoles;
  private readonly grants: InvokeGrants;
  /** In ARNs. `$default` would be a variable in a pattern; an API has one stage. */
  private readonly arnStage: string;
  private domain?: HttpDomainModule.HttpDomain;

  constructor(scope: Construct, id: string, props: HttpApiProps | ExistingHttpApiProps) {
    super(scope, id);
    const ours = !('apiId' in props);
    if (ours) checkGiven(this, props.stage && { name: '$default', ...props.stage });
    this.api = ours ? createHttpApi(this, id, props) : existingHttpApi(this, id, props);
    this.apiId = this.api.publicId;
    this.stageName = (ours ? props.stage.name : props.stageName) ?? '$default';
    this.arnStage = this.stageName === '$default' ? '*' : this.stageName;
    this.checkName();
    // The route `$default` has one part less in ARNs than others.
    this.permissions = new LambdaPermissions(this, 'permissions', this.api, `${this.arnStage}/*`);
    this.serviceRoles = new ServiceRoles(this, 'service roles', this.api);
    this.grants = new InvokeGrants(this, 'grants', this.api, this.arnStage);
    if (ours) this.stage = this.addStage(props.stage);
  }

  /** Where callers find the API: `https://<api>.execute-api.<region>.amazonaws.com`, or its own domain. */
  get url(): string {
    return this.domain?.url ?? this.stage?.invokeUrl ?? urlOfExisting(this, this.apiId, this.stageName);
  }

  /** What ARNs of its routes begin with: `arn:aws:execute-api:<region>:<account>:<api>`. */
  get executionArn(): string {
    return this.api.executionArn;
  }

  /** Reference to the name in AWS that the API's own domain must point to; absent without a domain. */
  get domainTarget(): string | undefined {
    return this.domain?.target;
  }

  /**
   * What policies name a route by; they cannot name `$default`.
   *
   * @example
   * const allowed = { actions: ['execute-api:Invoke'], resources: [api.executionArnOf('GET /prices')] };
   */
  executionArnOf(key: Exclude<HttpRouteKey, '$default'>): string {
    return routeArn(this.api.executionArn, this.arnStage, key);
  }

  /**
   * Serves the API under a name of its own.
   *
   * @throws ConstructError for a second one, and for names that API Gateway refuses.
   * @example
   * api.addDomain({ name: 'api.example.com', certificateArn, hostedZoneId, mappingKey: 'v1' });
   */
  addDomain(options: HttpDomainModule.HttpDomainOptions): void {
    check(this, this.domain === undefined, {
      prop: 'addDomain',
      expected: 'one domain',
      found: options.name,
      fix: 'Remove one of the two',
    });
    const { stageName } = this.ownStage('addDomain');
    const { HttpDomain } = load<typeof HttpDomainModule>('./http-domain');
    this.domain = new HttpDomain(this, 'domain', this.api, { ...options, stageName });
  }

  /**
   * Raises alarms on what callers see.
   *
   * @throws ConstructError for thresholds that can never be passed.
   * @example
   * api.addAlarms({ serverErrorPercent: 1, email: 'on-call@example.com' });
   */
  addAlarms(options: AlarmsModule.AlarmsOptions): void {
    const { Alarms } = load<typeof AlarmsModule>('../alarms/alarms');
    const { logGroupName, stageName } = this.ownStage('addAlarms');
    new Alarms(this, 'alarms', this.api, { ...options, logGroupName, metrics: httpMetrics(this.api, stageName) });
  }

  /**
   * Shows requests, errors and how long answers take, in CloudWatch, and each route by itself where the stage has `metrics`. AWS charges
   * for a dashboard.
   *
   * @example
   * api.addDashboard();
   */
  addDashboard({ name }: DashboardModule.DashboardOptions = {}): void {
    const { Dashboard } = load<typeof DashboardModule>('../alarms/dashboard');
    const { countsRoutes, stageName } = this.ownStage('addDashboard');
    new Dashboard(this, 'dashboard', this.api, {
      name: name ?? `${this.api.apiName}-${this.stageName.replace('$', '')}`,
      metrics: httpMetrics(this.api, stageName),
      routes: () => (countsRoutes ? [...this.guarded.keys()].filter((key) => key !== '$default') : []),
    });
  }

  /**
   * Lets those who hold a role call IAM routes with its credentials: `api.grantInvoke(people.guests, 'GET /prices')`. The policy is
   * written in the API's stack; where nobody holds the role in this environment, none is.
   *
   * @throws ConstructError for a route that the API does not have, for `$default`, and for one that is not guarded by `Auth.iam`.
   * @example
   * api.grantInvoke(people.guests, 'GET /prices');
   */
  grantInvoke(grantee: IGrantee, route: HttpRouteKey, ...more: readonly HttpRouteKey[]): void {
    for (const key of [route, ...more]) this.grants.allow(grantee, key, this.guarded);
  }

  /** What a domain names it by, in the words of the stack of `user`. */
  served(user: Construct): ServedStage {
    const own = TerraformStack.of(user) === TerraformStack.of(this);
    return {
      kind: 'http',
      apiId: own ? this.api.apiId : this.api.publicId,
      stageName: own ? (this.stage?.stageName ?? this.stageName) : this.stageName,
      routes: this.guarded,
      disableDefaultEndpoint: () => {
        if (this.api.api) this.api.api.disableExecuteApiEndpoint = true;
      },
    };
  }

  /** Terraform addresses without which authorizers let no one in. */
  protected abstract authorizerNeeds(): readonly string[];

  /** Binds what answers a route to the route. */
  protected bind(route: ReturnType<typeof parseHttpRoute>, integration: HttpApiIntegration): BoundHttpIntegration {
    const checkIntegration: BindingRoute['check'] = (holds, expected, found, fix) =>
      check(this, holds, { prop: `${route.key}, integration`, expected, found, fix });
    checkIntegration(
      typeof integration?.bindHttp === 'function',
      'an integration that HTTP APIs have, such as Integration.lambda, .http or .private',
      integration?.constructor.name,
      'HTTP APIs make no answers of their own and call no templates: use one of these, or a RestApi',
    );
    return integration.bindHttp({
      ...route,
      key: route.key as BindingRoute['key'],
      allowInvocation: (target) => this.permissions.allow(target),
      account: () => currentAccount(this, 'gateway'),
      roleFor: (permissions) => this.serviceRoles.roleFor(route.name, permissions),
      check: checkIntegration,
    });
  }

  /** @throws ConstructError when the stage is the owner's. */
  protected ownStage(prop: string): HttpStage {
    check(this, this.stage !== undefined, {
      prop,
      expected: 'a stage that is made here',
      found: `the stage ${this.stageName} of the owner`,
      fix: 'Leave it to the owner of the API',
    });
    return this.stage;
  }

  private addStage(options: HttpStageOptions): HttpStage {
    const dependsOn = () => [...this.permissions.list(), ...this.serviceRoles.list(), ...this.authorizerNeeds()];
    return new HttpStage(this, 'stage', this.api, { ...options, dependsOn });
  }

  /** Both would write to one log group, and their alarms would have one name. */
  private checkName(): void {
    const { apiName: name } = this.api;
    const alike = TerraformStack.of(this)
      .node.findAll()
      .find((other) => other instanceof ServedHttpApi && other !== this && other.isCalled(name, this.stageName));
    check(this, alike === undefined, {
      prop: 'name',
      expected: 'a name and stage of its own among the APIs of the stack',
      found: `${name} with stage ${this.stageName}, as ${alike?.node.path}`,
      fix: 'Rename one of the two',
    });
  }

  private isCalled(name: string, stage: string): boolean {
    return this.api.apiName === name && this.stageName === stage;
  }
}

/** What few APIs have is loaded when it is used: the provider's modules behind it are large. */
function load<T>(module: '../alarms/alarms' | '../alarms/dashboard' | './http-domain'): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require(module) as T;
}
