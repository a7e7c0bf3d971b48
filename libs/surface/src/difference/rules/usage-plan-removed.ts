import type { UsagePlan, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const usagePlanRemoved = differenceRule({
  id: 'usage-plan-removed',
  severity: 'medium',
  title: 'Usage plan limit removed',
  why: 'A usage plan limits each API key; without it a key can be used as often as the account allows, or not at all.',
  remediation: 'Keep the plan, its limits and its stages.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  find: ({ usagePlans, changeAt }) =>
    usagePlans.flatMap(({ before: was, after: now }) => {
      // Terraform lets go of it, and AWS keeps it.
      if (!was || (!now && changeAt(was)?.action === 'forget')) return [];
      const name = nameOf(was);
      const lost = now ? limits(was).filter((limit) => !limits(now).includes(limit)) : ['the plan itself'];
      if (lost.length === 0) return [];
      return [
        {
          at: now ?? was,
          subject: `usage plan ${name}`,
          message: `Callers with an API key of ${name} are no longer limited by ${lost.join(', ')}.`,
          before: limits(was).join(', ') || 'none',
          after: (now && limits(now).join(', ')) || 'none',
        },
      ];
    }),
});

const limits = ({ throttleRate, throttleBurst, quota, stages }: UsagePlan<Unknown>): readonly string[] => [
  ...(throttleRate === undefined ? [] : ['rate']),
  ...(throttleBurst === undefined ? [] : ['burst']),
  ...(quota === undefined ? [] : ['quota']),
  ...knownItems(stages).flatMap(({ stage, throttles }) => [
    ...(typeof stage === 'string' ? [`stage ${stage}`] : []),
    ...knownItems(throttles).flatMap(({ path }) => (typeof path === 'string' ? [`method ${path}`] : [])),
  ]),
];
