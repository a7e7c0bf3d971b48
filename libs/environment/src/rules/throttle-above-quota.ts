import { type EnvironmentRule } from './rule';

const QUOTA = { rateLimit: 10_000, burstLimit: 5_000 } as const;

export const throttleAboveQuota: EnvironmentRule = {
  id: 'throttle-above-quota',
  fields: ['api.throttle.rateLimit', 'api.throttle.burstLimit'],
  expected: `a rate of at most ${QUOTA.rateLimit} requests a second and a burst of at most ${QUOTA.burstLimit}`,
  why: 'Above the quota that all APIs of an account and region share, the limit protects nothing: one caller can use up the quota of every API.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  remediation:
    'Set it to what the backend can take. Where AWS raised the quota, acknowledge the rule and name the quota.',
  broken: ({ api }) =>
    (['rateLimit', 'burstLimit'] as const)
      .filter((limit) => (api?.throttle?.[limit] ?? 0) > QUOTA[limit])
      .map((limit) => ['api', 'throttle', limit]),
};
