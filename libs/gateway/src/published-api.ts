import { checkFree } from './free-id';
import { type RestMetric } from './alarms/metrics';
import type * as DomainModule from './domain/custom-domain';
import { ServedApi } from './served-api';
import type * as UsagePlanModule from './usage-plans/usage-plan';
import type * as WebAclModule from './web-acl/web-acl';

/** A REST API with what stands around its stage: a domain, documentation, usage plans, alarms. */
export abstract class PublishedApi extends ServedApi {
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
    const { CustomDomain } = load<typeof DomainModule>('./domain/custom-domain');
    this.setDomain(options.name, (stageName) => new CustomDomain(this, 'domain', this.api, { ...options, stageName }));
  }

  /** A metric of the stage, for alarms of one's own: `new CloudwatchMetricAlarm(this, 'slow', { ...api.metric('Latency'), ... })`. */
  metric(metricName: RestMetric): { metricName: RestMetric; namespace: string; dimensions: Record<string, string> } {
    const { dimensions } = this.metricsOf(this.ownStage('metric').stageName);
    return { metricName, namespace: 'AWS/ApiGateway', dimensions: { ...dimensions } };
  }

  /**
   * Limits callers by their API keys: those of routes with `apiKeyRequired`. A plan for several APIs is a `UsagePlan`.
   *
   * @throws ConstructError for limits that refuse every request, and for a route that the API does not have.
   */
  addUsagePlan(id: string, options: UsagePlanModule.ApiUsagePlanOptions = {}): UsagePlanModule.UsagePlan {
    const { UsagePlan } = load<typeof UsagePlanModule>('./usage-plans/usage-plan');
    checkFree(this, 'addUsagePlan', id, id);
    const { routes, ...props } = options;
    const plan = new UsagePlan(this, id, { name: `${this.api.apiName}-${id}`, ...props }, this.api.partName);
    plan.addApi(this, routes);
    return plan;
  }
}

/** What most environments do not have is loaded when it is used: the provider's modules behind it are large. */
function load<T>(module: './domain/custom-domain' | './usage-plans/usage-plan' | './web-acl/web-acl'): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require(module) as T;
}
