import { environmentRule } from '../../findings/rule';
import { fieldViolations } from '../violations';

/** AWS raises them on request, so only the team knows its own. */
const QUOTA = { rateLimit: 10_000, burstLimit: 5_000 } as const;

export const throttleAboveQuota = environmentRule({
  id: 'throttle-above-quota',
  severity: 'high',
  title: 'Throttle above the account quota',
  why: 'All APIs of an account and region share one quota. A limit above it stops nothing: one caller can use up the quota of every API.',
  remediation: `Set it to what the backend can take, at most ${QUOTA.rateLimit} requests a second and a burst of ${QUOTA.burstLimit}. If AWS raised the quota, acknowledge the rule and name the quota.`,
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  fields: ['api.throttle.rateLimit', 'api.throttle.burstLimit'],
  onlyAt: 'production',
  find: ({ api: { throttle } }) =>
    (['rateLimit', 'burstLimit'] as const).flatMap((limit) =>
      fieldViolations(
        throttle[limit] > QUOTA[limit] ? [`api.throttle.${limit}`] : [],
        'One caller can use up the quota that all APIs of the account share.',
        String(throttle[limit]),
      ),
    ),
});
