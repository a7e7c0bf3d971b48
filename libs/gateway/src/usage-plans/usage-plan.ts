import { ApiGatewayUsagePlan, type ApiGatewayUsagePlanApiStages } from '@cdktf/provider-aws/lib/api-gateway-usage-plan';
import { ApiGatewayUsagePlanKey } from '@cdktf/provider-aws/lib/api-gateway-usage-plan-key';
import { didYouMean } from '@gatehouse/checks';
import {
  check,
  checkOneOf,
  checkWholeNumber,
  isLate,
  nameInTerraform,
  plainText,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ServedStage } from '../domain/served-stage';
import { type RouteKey } from '../route/route-key';
import { checkThrottle, type Throttle } from '../stage/limits';
import { reference } from '../terraform';
import { type ApiKey } from './api-key';

/** Requests that a key may make in a time. */
export interface Quota {
  readonly limit: number;
  readonly period: 'DAY' | 'MONTH' | 'WEEK';
  /**
   * Requests that count as made already in the first period.
   * @default 0
   */
  readonly offset?: number;
}

/** Limits of some routes, each apart from the others. */
export type RouteThrottles = Readonly<{ [Key in RouteKey]?: Throttle }>;

/** How much keys may use. */
export interface UsagePlanOptions {
  /** @default - none */
  readonly description?: string;
  /**
   * Limits of each key, of all routes together.
   * @default - those of the stage
   */
  readonly throttle?: Throttle;
  /** @default - any number of requests */
  readonly quota?: Quota;
  /**
   * Product code in AWS Marketplace.
   * @default - none
   */
  readonly productCode?: string;
  /**
   * Tags beside those of the provider.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** How much keys may use, and of which APIs. */
export interface UsagePlanProps extends UsagePlanOptions {
  /** Name shown in AWS. */
  readonly name: string;
}

/** How much of one API its keys may use. */
export interface ApiUsagePlanOptions extends UsagePlanOptions {
  /** @default - name of the API and id of the plan */
  readonly name?: string;
  /**
   * Limits of each key for single routes.
   * @default - none but `throttle`
   */
  readonly routes?: RouteThrottles;
}

/** An API whose stage a plan limits: a REST API, because HTTP APIs have no keys. */
export interface PlannedApi {
  served(user: Construct): ServedStage & { readonly kind: 'rest' };
}

/**
 * What holders of API keys may use. AWS applies its limits on a best effort: they are no means to keep anyone out.
 *
 * @throws ConstructError for limits that refuse every request, and for quotas that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_usage_plan
 * @example
 * const plan = new UsagePlan(this, 'partners', { name: 'partners', throttle: { rateLimit: 10, burstLimit: 20 } });
 * plan.addApi(reports, { 'POST /reports': { rateLimit: 1, burstLimit: 2 } });
 * plan.addApi(orders);
 * plan.addKey(new ApiKey(this, 'acme', { name: 'acme' }));
 */
export class UsagePlan extends Construct {
  /** Reference to its id. */
  readonly usagePlanId: string;
  private readonly plan: ApiGatewayUsagePlan;
  private readonly stages: ApiGatewayUsagePlanApiStages[] = [];
  private readonly terraformName: string;

  /** @param partName of a plan that belongs to one API: its name in Terraform */
  constructor(scope: Construct, id: string, props: UsagePlanProps, partName = (name: string) => name) {
    super(scope, id);
    const { description, name, productCode, quota, tags, throttle } = props;
    if (throttle !== undefined) checkThrottle(this, throttle, 'throttle');
    if (quota !== undefined) checkQuota(this, quota);
    this.terraformName = partName(snakeCase(id));
    this.plan = new ApiGatewayUsagePlan(this, 'Resource', {
      name,
      description: description && plainText(description),
      productCode,
      throttleSettings: throttle && { ...throttle },
      quotaSettings: quota && { limit: quota.limit, period: quota.period, offset: quota.offset ?? 0 },
      tags: tags && { ...tags },
    });
    nameInTerraform(this.plan, this.terraformName);
    this.usagePlanId = reference(this.plan, 'id');
  }

  /**
   * Counts requests to the stage of an API.
   *
   * @param throttles of single routes, which the API has already
   * @throws ConstructError for an HTTP API, for a route that the API does not have, and for limits that refuse every request.
   */
  addApi(api: PlannedApi, throttles: RouteThrottles = {}): this {
    const { apiId, kind, routes, stageName } = api.served(this);
    check(this, (kind as ServedStage['kind']) === 'rest', {
      prop: 'addApi',
      expected: 'a RestApi',
      found: api,
      fix: 'HTTP APIs have no API keys: make it a RestApi, or limit its stage with throttle',
    });
    const throttle = Object.entries<Throttle>(throttles as Record<string, Throttle>).map(([key, limits]) => {
      this.checkRoute(key, routes);
      checkThrottle(this, limits, `${key}, throttle`);
      const [verb = '', path = ''] = key.split(' ');
      return { path: `${path}/${verb}`, ...limits };
    });
    this.stages.push({ apiId, stage: stageName, throttle });
    this.plan.putApiStages(this.stages);
    return this;
  }

  /** Gives the holder of a key what the plan allows. A key may be in one plan for each stage. */
  addKey(key: ApiKey): this {
    check(this, this.node.tryFindChild(key.node.addr) === undefined, {
      prop: 'addKey',
      expected: 'each key once',
      found: key,
      fix: 'The plan has it already: remove one of the two',
    });
    const member = new ApiGatewayUsagePlanKey(this, key.node.addr, {
      keyId: key.apiKeyId,
      keyType: 'API_KEY',
      usagePlanId: this.usagePlanId,
    });
    nameInTerraform(member, `${this.terraformName}_${key.terraformName}`);
    return this;
  }

  private checkRoute(key: string, routes: ServedStage['routes']): void {
    check(this, routes.has(key), {
      prop: `${key}, throttle`,
      expected: 'a route of the API',
      found: 'no such route',
      fix: didYouMean(key, [...routes.keys()]) ?? 'Correct the route, or add it to the API first',
    });
  }
}

function checkQuota(plan: Construct, { limit, offset = 0, period }: Quota): void {
  const fix = 'Leave out quota to count nothing';
  checkWholeNumber(plan, limit, { prop: 'quota.limit', min: 1, max: 2_147_483_647, fix });
  checkOneOf(plan, period, { prop: 'quota.period', values: ['DAY', 'WEEK', 'MONTH'], fix });
  // Days of a period: https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html
  checkWholeNumber(plan, offset, {
    prop: 'quota.offset',
    min: 0,
    max: isLate(limit) ? 2_147_483_647 : limit,
    fix: 'The first period has that many requests fewer than quota.limit: lower it to the limit at most, or leave it out',
  });
}
