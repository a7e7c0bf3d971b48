import type { UsagePlan, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { nameOf, placeOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { refusalRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { plansOfKeys, type Membership } from '../plans-of-keys';

export const apiKeyInTwoPlans = refusalRule({
  id: 'api-key-in-two-plans',
  severity: 'high',
  title: 'API key in two usage plans of one stage',
  why: 'An API key can be in several usage plans, but of each stage in one only: its limits would not be known otherwise.',
  remediation: 'Remove the key from one of the plans, or the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  find: (surface) => plansOfKeys(surface).flatMap(refused),
});

function refused(memberships: readonly Membership[]): readonly Violation[] {
  const first = new Map<string, UsagePlan<Unknown>>();
  return memberships.flatMap(({ plan, member }) => {
    const stages = stagesOf(plan);
    const taken = stages.find(({ place }) => (first.get(place) ?? plan) !== plan);
    for (const { place } of stages) if (!first.has(place)) first.set(place, plan);
    const other = taken && first.get(taken.place);
    return other === undefined
      ? []
      : violationsAt(member, `usage plan ${nameOf(plan)}`, {
          message: `API Gateway refuses the API key in ${nameOf(plan)}, because for stage ${taken?.stage} it is in ${nameOf(other)}.`,
        });
  });
}

function stagesOf(plan: UsagePlan<Unknown>) {
  return knownItems(plan.stages).flatMap(({ api, apiId, stage }) => {
    const place = api === undefined ? apiId : placeOf({ ...plan, address: api });
    return isUnknown(place) || isUnknown(stage) ? [] : [{ place: `${place} ${stage}`, stage }];
  });
}
