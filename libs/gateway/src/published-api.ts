import { check } from '@gatehouse/construct-kit';
import { routeArn } from './access/route-arn';
import type * as AlarmsModule from './alarms/alarms';
import type * as DashboardModule from './alarms/dashboard';
import { type RestMetric, restMetrics } from './alarms/metrics';
import type * as DomainModule from './domain/custom-domain';
import { type RouteKey } from './route/route-key';
import { ServedApi } from './served-api';
import type * as UsagePlanModule from './usage-plans/usage-plan';
import type * as WebAclModule from './web-acl/web-acl';

/** A REST API with what stands around its stage: a domain, documentation, usage plans, alarms. */
export abstract class PublishedApi extends ServedApi {
  private domain?: DomainModule.CustomDomain;

  /** Where callers find the API: `https://<api>.execute-api.<region>.amazonaws.com/<stage>`, or its own domain. */
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

  /** What policies name a route by, of the stage: `api.executionArnOf('GET /reports/{id}')`. */
  executionArnOf(key: RouteKey): string {
    return routeArn(this.api.executionArn, this.stageName, key);
  }

  /**
   * Has AWS WAF look at requests first.
   *
   * @throws ConstructError for rules that AWS WAF refuses.
   */
  addWebAcl(options: WebAclModule.WebAclOptions): void {
    const { WebAcl } = load<typeof WebAclModule>('./web-acl/web-acl');
    new WebAcl(this, 'waf', this.api, { ...options, stageArn: this.ownStage('addWebAcl').arn });
  }

  /**
   * Serves the API under a name of its own. For several APIs under one name see `ApiDomain`.
   *
   * @throws ConstructError for a second one, and for names that API Gateway refuses.
   */
  addDomain(options: DomainModule.CustomDomainOptions): void {
    check(this, this.domain === undefined, {
      prop: 'addDomain',
      expected: 'one domain',
      found: options.name,
      fix: 'Remove one of the two',
    });
    const { stageName } = this.ownStage('addDomain');
    const { CustomDomain } = load<typeof DomainModule>('./domain/custom-domain');
    this.domain = new CustomDomain(this, 'domain', this.api, { ...options, stageName });
  }

  /**
   * Raises alarms on what callers see.
   *
   * @throws ConstructError for thresholds that can never be passed, and for one that counts lines of a log that goes elsewhere.
   */
  addAlarms(options: AlarmsModule.AlarmsOptions): void {
    const { Alarms } = load<typeof AlarmsModule>('./alarms/alarms');
    const { logGroupName, stageName } = this.ownStage('addAlarms');
    new Alarms(this, 'alarms', this.api, { ...options, logGroupName, metrics: restMetrics(this.api, stageName) });
  }

  /**
   * Shows requests, errors and latencies of the stage on a dashboard of CloudWatch; those of each route too where the stage counts
   * them.
   */
  addDashboard(options: DashboardModule.DashboardOptions = {}): void {
    const { Dashboard } = load<typeof DashboardModule>('./alarms/dashboard');
    const stage = this.ownStage('addDashboard');
    new Dashboard(this, 'dashboard', this.api, {
      name: options.name ?? `${this.api.apiName}-${this.stageName}`,
      metrics: restMetrics(this.api, stage.stageName),
      routes: () => (stage.countsRoutes ? [...this.guarded.keys()] : []),
    });
  }

  /** A metric of the stage, for alarms of one's own: `new CloudwatchMetricAlarm(this, 'slow', { ...api.metric('Latency'), ... })`. */
  metric(metricName: RestMetric): { metricName: RestMetric; namespace: string; dimensions: Record<string, string> } {
    const { dimensions } = restMetrics(this.api, this.ownStage('metric').stageName);
    return { metricName, namespace: 'AWS/ApiGateway', dimensions: { ...dimensions } };
  }

  /**
   * Limits callers by their API keys: those of routes with `apiKeyRequired`. A plan for several APIs is a `UsagePlan`.
   *
   * @throws ConstructError for limits that refuse every request, and for a route that the API does not have.
   */
  addUsagePlan(id: string, options: UsagePlanModule.ApiUsagePlanOptions = {}): UsagePlanModule.UsagePlan {
    const { UsagePlan } = load<typeof UsagePlanModule>('./usage-plans/usage-plan');
    const { routes, ...props } = options;
    const plan = new UsagePlan(this, id, { name: `${this.api.apiName}-${id}`, ...props }, this.api.partName);
    plan.addApi(this, routes);
    return plan;
  }
}

/** What most environments do not have is loaded when it is used: the provider's modules behind it are large. */
function load<T>(
  module:
    | './alarms/alarms'
    | './alarms/dashboard'
    | './domain/custom-domain'
    | './usage-plans/usage-plan'
    | './web-acl/web-acl',
): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require(module) as T;
}
