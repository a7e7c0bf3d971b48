import { environmentRule } from '../../findings/rule';
import { fieldViolations } from '../violations';

/** AWS raises them on request, so only the team knows its own. */
const QUOTA = { rateLimit: 10_000, burstLimit: 5_000 } as const;
const LOWER = { rateLimit: 2_500, burstLimit: 1_250 } as const;
/** Regions with the lower quota. */
const LOW_REGIONS = [
  ...['af-south-1', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-7'],
  ...['ca-west-1', 'eu-central-2', 'eu-south-1', 'eu-south-2', 'il-central-1', 'me-central-1', 'mx-central-1'],
];

export const throttleAboveQuota = environmentRule({
  id: 'throttle-above-quota',
  severity: 'high',
  title: 'Throttle above the account quota',
  why: 'All APIs of an account and region share one quota. A limit above it stops nothing: one caller can use up the quota of every API.',
  remediation: `Set it to what the backend can take, at most ${QUOTA.rateLimit} requests a second and a burst of ${QUOTA.burstLimit}; in ${LOW_REGIONS.join(', ')} at most ${LOWER.rateLimit} and ${LOWER.burstLimit}. If AWS raised the quota, acknowledge the rule and name the quota.`,
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  fields: ['api.throttle.rateLimit', 'api.throttle.burstLimit'],
  onlyAt: 'production',
  find: ({ api: { throttle }, region = '' }) => {
    const quota = LOW_REGIONS.includes(region) ? LOWER : QUOTA;
    return (['rateLimit', 'burstLimit'] as const).flatMap((limit) =>
      fieldViolations(
        throttle[limit] > quota[limit] ? [`api.throttle.${limit}`] : [],
        'One caller can use up the quota that all APIs of the account share.',
        String(throttle[limit]),
      ),
    );
  },
});
