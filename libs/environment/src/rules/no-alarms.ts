import { type EnvironmentRule } from './rule';

export const noAlarms: EnvironmentRule = {
  id: 'no-alarms',
  fields: ['alarms'],
  expected: 'alarms that tell somebody: an email or an snsTopicArn',
  why: 'An alarm that reaches nobody, or is not there, leaves it to callers to notice that the API fails.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  remediation: 'Add alarms with an email or an snsTopicArn.',
  broken: ({ alarms }) =>
    alarms?.email === undefined && alarms?.snsTopicArn === undefined ? [['alarms']] : [],
};
