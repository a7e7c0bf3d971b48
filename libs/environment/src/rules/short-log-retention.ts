import { type EnvironmentRule } from './rule';

const SHORTEST_DAYS = 90;

export const shortLogRetention: EnvironmentRule = {
  id: 'short-log-retention',
  fields: ['api.logs.retentionDays'],
  expected: `at least ${SHORTEST_DAYS} days`,
  why: 'An intrusion is often noticed after months; access logs are what says who called what.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  remediation: `Set it to ${SHORTEST_DAYS} or more; 365 is what Security Hub asks for.`,
  broken: ({ api }) =>
    (api?.logs?.retentionDays ?? SHORTEST_DAYS) < SHORTEST_DAYS ? [['api', 'logs', 'retentionDays']] : [],
};
