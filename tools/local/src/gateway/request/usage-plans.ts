import { type Surface, type UsagePlan } from '@gatehouse/surface';
import { forbidden, quotaExceeded, throttled } from '../errors';
import { type Exchange } from '../exchange';
import { header } from '../headers';
import { TokenBuckets } from './token-buckets';

/** Asks for the value of an API key, which a surface never holds. */
export type ApiKeyValue = (id: string) => Promise<string | undefined>;

type Plans = readonly UsagePlan[];

/** API keys and the limits of their holders. What was used lives as long as the gateway. */
export class UsagePlans {
  private plans: Plans = [];
  private readonly values = new Map<string, string | undefined>();
  private readonly buckets = new TokenBuckets();
  private readonly used = new Map<string, number>();

  constructor(private readonly valueOf: ApiKeyValue) {}

  load({ usagePlans }: Pick<Surface, 'usagePlans'>): void {
    this.plans = usagePlans;
    this.values.clear();
  }

  /**
   * Throws a GatewayError unless the request has a key of a usage plan of this stage that is not used up.
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
   */
  async check(exchange: Exchange): Promise<void> {
    const { stage, deployment } = exchange.served;
    const fromHeader = deployment.api.apiKeySource === 'HEADER';
    const value = fromHeader ? header(exchange.request.rawHeaders, 'x-api-key') : exchange.usageIdentifierKey;
    if (!value) throw forbidden(fromHeader ? 'it has no x-api-key' : 'its authorizer gave no usageIdentifierKey');
    const plans = this.plans.filter(({ stages }) =>
      stages.some((each) => each.apiId === deployment.api.id && each.stage === stage.name),
    );
    const found = await this.find(plans, value);
    if (!found) throw forbidden(`its API key is in no usage plan of stage ${stage.name}, or disabled`);
    exchange.identity = { ...exchange.identity, apiKey: value, apiKeyId: found.keyId };
    this.spend(found.plan, found.keyId, exchange);
  }

  private async find(plans: Plans, value: string) {
    for (const plan of plans) {
      for (const { id, enabled } of plan.keys) {
        if (enabled && (await this.value(id)) === value) return { plan, keyId: id };
      }
    }
    return undefined;
  }

  private async value(id: string): Promise<string | undefined> {
    if (!this.values.has(id)) this.values.set(id, await this.valueOf(id));
    return this.values.get(id);
  }

  private spend(plan: UsagePlan, keyId: string, { served, route, startedAt }: Exchange): void {
    const { path = '', method } = route?.definition ?? {};
    const stage = plan.stages.find(
      ({ apiId, stage }) => apiId === served.deployment.api.id && stage === served.stage.name,
    );
    const own = stage?.throttles.find((throttle) => throttle.path === `${path}/${method}`);
    const limits = own ?? { rate: plan.throttleRate, burst: plan.throttleBurst };
    const bucket = [plan.id, keyId, own?.path ?? ''].join(' ');
    if (!this.buckets.take(bucket, limits)) throw throttled(`the key throttle of usage plan ${plan.name} is exceeded`);
    if (!plan.quota) return;
    const period = [plan.id, keyId, periodOf(startedAt, plan.quota.period)].join(' ');
    const used = this.used.get(period) ?? 0;
    if (used >= plan.quota.limit) throw quotaExceeded(`the quota of usage plan ${plan.name} is used up`);
    this.used.set(period, used + 1);
  }
}

/** Names the day, the week from Sunday, or the month, in UTC. */
function periodOf(milliseconds: number, period: 'DAY' | 'WEEK' | 'MONTH'): string {
  const date = new Date(milliseconds);
  if (period === 'WEEK') date.setUTCDate(date.getUTCDate() - date.getUTCDay());
  return date.toISOString().slice(0, period === 'MONTH' ? 7 : 10);
}
