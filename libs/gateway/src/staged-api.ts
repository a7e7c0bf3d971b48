import { accountOf, check, currentAccount, type IGrantee } from '@gatehouse/construct-kit';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type GuardedRoute, type InvokeGrants } from './access/invoke-grants';
import { routeArn } from './access/route-arn';
import type * as AlarmsModule from './alarms/alarms';
import type * as DashboardModule from './alarms/dashboard';
import { type ApiMetrics } from './alarms/metrics';
import { type ApiNames } from './api-context';
import { type ServedStage } from './domain/served-stage';
import { checkFree } from './free-id';
import { type BindingRoute } from './integration/integration';
import { kindOfLink } from './integration/kind-of-link';
import { type LambdaPermissions } from './integration/permissions';
import { type ServiceRoles } from './integration/service-roles';
import { type ParsedRoute } from './route/route-key';
import { type AnyStage } from './stage/any-stage';

/** A name of the API's own. */
interface OwnDomain {
  readonly url: string;
  readonly target: string;
}

/** An API, REST or HTTP, with one stage and what stands around it. */
export abstract class StagedApi<Key extends string, Stage extends AnyStage> extends Construct {
  abstract readonly stageName: string;

  protected abstract readonly api: ApiNames;
  protected abstract readonly permissions: LambdaPermissions;
  protected abstract readonly serviceRoles: ServiceRoles;
  protected abstract readonly grants: InvokeGrants;
  /** Absent: it is the owner's. */
  protected abstract readonly stage?: Stage;
  /** Of the stage, in ARNs. */
  protected abstract readonly arnStage: string;
  /** Where callers find the stage without a domain. */
  protected abstract readonly endpointUrl: string;
  /** What to do where the stage is the owner's. */
  protected abstract readonly adviceOfOwner: string;
  /** The routes so far, by key. */
  protected readonly guarded = new Map<Key, GuardedRoute>();
  private domain?: OwnDomain;

  /** Where callers find the API: the URL of its stage, such as `https://<api>.execute-api.<region>.amazonaws.com`, or its own domain. */
  get url(): string {
    return this.domain?.url ?? this.endpointUrl;
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
   * What policies name a route by, of the stage; they cannot name `$default` of an HTTP API.
   *
   * @example
   * const allowed = { actions: ['execute-api:Invoke'], resources: [api.executionArnOf('GET /reports/{id}')] };
   */
  executionArnOf(key: Exclude<Key, '$default'>): string {
    return routeArn(this.api.executionArn, this.arnStage, key);
  }

  /**
   * Raises alarms on what callers see.
   *
   * @throws ConstructError for a second call, for thresholds that can never be passed, and for one that counts lines of a log that goes elsewhere or
   * that has no status.
   * @example
   * api.addAlarms({ serverErrorPercent: 1, email: 'on-call@example.com' });
   */
  addAlarms(options: AlarmsModule.AlarmsOptions): void {
    const { Alarms } = load<typeof AlarmsModule>('./alarms/alarms');
    const { logFormat, logGroupName, stageName } = this.ownStage('addAlarms');
    checkFree(this, 'addAlarms', 'alarms');
    new Alarms(this, 'alarms', this.api, { ...options, logFormat, logGroupName, metrics: this.metricsOf(stageName) });
  }

  /**
   * Shows requests, errors and latencies of the stage on a dashboard of CloudWatch; those of each route too where the stage counts
   * them. AWS charges for a dashboard.
   *
   * @example
   * api.addDashboard();
   */
  addDashboard({ name }: DashboardModule.DashboardOptions = {}): void {
    const { Dashboard } = load<typeof DashboardModule>('./alarms/dashboard');
    const { countsRoutes, stageName } = this.ownStage('addDashboard');
    checkFree(this, 'addDashboard', 'dashboard');
    new Dashboard(this, 'dashboard', this.api, {
      name: name ?? `${this.api.apiName}-${this.stageName.replace('$', '')}`,
      metrics: this.metricsOf(stageName),
      // CloudWatch names a route by its verb and path.
      routes: () => (countsRoutes ? [...this.guarded.keys()].filter((key) => key.includes(' ')) : []),
    });
  }

  /**
   * Lets those who hold a role call IAM routes with its credentials. The policy is written in the API's stack; where nobody holds the
   * role in this environment, none is.
   *
   * @throws ConstructError for a route that the API does not have, for `$default`, and for one that is not guarded by `Auth.iam`.
   * @example
   * api.grantInvoke(people.guests, 'GET /prices');
   */
  grantInvoke(grantee: IGrantee, route: Key, ...more: readonly Key[]): void {
    for (const key of [route, ...more]) this.grants.allow(grantee, key, this.guarded);
  }

  /** What usage plans and domains name it by, in the words of the stack of `user`. */
  served(user: Construct): ServedStage {
    const own = TerraformStack.of(user) === TerraformStack.of(this);
    const { apiId, ...api } = this.servedApi();
    return {
      ...api,
      apiId: own ? apiId : this.api.publicId,
      stageName: own ? (this.stage?.stageName ?? this.stageName) : this.stageName,
      routes: this.guarded,
    };
  }

  /** With the reference to its id within its stack. */
  protected abstract servedApi(): Pick<ServedStage, 'apiId' | 'disableDefaultEndpoint' | 'isPrivate' | 'kind'>;

  protected abstract metricsOf(stageName: string): ApiMetrics;

  /** @throws ConstructError for a second domain. */
  protected setDomain(name: string, make: (stageName: string) => OwnDomain): void {
    check(this, this.domain === undefined, {
      prop: 'addDomain',
      expected: 'one domain',
      found: name,
      fix: 'Remove one of the two',
    });
    this.domain = make(this.ownStage('addDomain').stageName);
  }

  /** What an integration gets of the API. */
  protected binding({
    key,
    name,
  }: Pick<ParsedRoute, 'name'> & { readonly key: string }): Omit<BindingRoute, keyof ParsedRoute> {
    return {
      allowInvocation: (target) => this.permissions.allow(target),
      ownAccount: accountOf(this),
      kindOfLink: (vpcLinkId) => kindOfLink(this, vpcLinkId),
      account: () => currentAccount(this, 'gateway'),
      roleFor: (permissions) => this.serviceRoles.roleFor(name, permissions),
      check: (holds, expected, found, fix) => check(this, holds, { prop: `${key}, integration`, expected, found, fix }),
    };
  }

  /** @throws ConstructError when the stage is the owner's. */
  protected ownStage(prop: string): Stage {
    check(this, this.stage !== undefined, {
      prop,
      expected: 'a stage that is made here',
      found: `the stage ${this.stageName} of the owner`,
      fix: this.adviceOfOwner,
    });
    return this.stage;
  }

  /** Both would write to one log group, and their alarms would have one name. */
  protected checkName(): void {
    const { apiName: name } = this.api;
    const alike = TerraformStack.of(this)
      .node.findAll()
      .find((other) => other instanceof StagedApi && other !== this && other.hasName(name, this.stageName));
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
}

/** What most environments do not have is loaded when it is used: the provider's modules behind it are large. */
function load<T>(module: './alarms/alarms' | './alarms/dashboard'): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require(module) as T;
}
