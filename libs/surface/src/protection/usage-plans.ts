import type { Unknown, UsagePlan, UsagePlanKey, UsagePlanStage } from '../model';
import { isUnknown, unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { optional } from '../optional';

export const readUsagePlans = (catalog: Catalog): UsagePlan<Unknown>[] =>
  catalog.managed('aws_api_gateway_usage_plan').map((plan) => {
    const stages = plan.blocks('api_stages');
    const throttle = plan.blockOrEmpty('throttle_settings');
    const quota = plan.block('quota_settings');
    return {
      ...plan.located,
      id: plan.computed('id'),
      name: plan.text('name', unknown()),
      stages: isUnknown(stages) ? stages : stages.map((stage) => readStage(stage, plan, catalog)),
      keys: catalog.belonging(plan, [MEMBERSHIP], planOf).map((member) => readKey(member, catalog)),
      ...optional('throttleRate', throttle.number('rate_limit')),
      ...optional('throttleBurst', throttle.number('burst_limit')),
      ...(quota
        ? {
            quota: {
              limit: quota.number('limit', unknown()),
              period: quota.text<'DAY' | 'WEEK' | 'MONTH'>('period', unknown()),
              ...optional('offset', quota.number('offset') || undefined),
            },
          }
        : {}),
    };
  });

const MEMBERSHIP = 'aws_api_gateway_usage_plan_key';

const planOf = (member: Resource, catalog: Catalog): Resource | undefined =>
  catalog.target(member, member.text('usage_plan_id'), 'aws_api_gateway_usage_plan');

function readKey(member: Resource, catalog: Catalog): UsagePlanKey<Unknown> {
  const id = member.text('key_id', unknown());
  const key = catalog.target(member, id, 'aws_api_gateway_api_key');
  return {
    ...member.located,
    id,
    ...optional('key', key?.address),
    enabled: key?.flag('enabled', true) ?? true,
  };
}

function readStage(stage: Values, plan: Resource, catalog: Catalog): UsagePlanStage<Unknown> {
  const apiId = stage.text('api_id', unknown());
  const throttles = stage.blocks('throttle');
  return {
    apiId,
    ...optional('api', catalog.target(plan, apiId, 'aws_api_gateway_rest_api')?.address),
    stage: stage.text('stage', unknown()),
    throttles: isUnknown(throttles)
      ? throttles
      : throttles.map((throttle) => ({
          path: throttle.text('path', unknown()),
          ...optional('rate', throttle.number('rate_limit')),
          ...optional('burst', throttle.number('burst_limit')),
        })),
  };
}
