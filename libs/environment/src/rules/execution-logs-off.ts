import { type EnvironmentRule } from './rule';

export const executionLogsOff: EnvironmentRule = {
  id: 'execution-logs-off',
  fields: ['api.logs.level'],
  expected: '"ERROR" or "INFO"',
  why: 'Only execution logs say why API Gateway refused or failed a request.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  remediation: 'Set it to "ERROR".',
  broken: ({ api }) => (api?.logs?.level === 'OFF' ? [['api', 'logs', 'level']] : []),
};
