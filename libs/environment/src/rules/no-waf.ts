import { type EnvironmentRule } from './rule';

export const noWaf: EnvironmentRule = {
  id: 'no-waf',
  fields: ['api.waf'],
  expected: 'a web ACL before the API',
  why: 'Without one, known attacks and floods from one address reach the routes, and what they cost.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  remediation: 'Add managedRules and rateLimitPer5Minutes, or the webAclArn of the security team.',
  broken: ({ api }) => (api !== undefined && api.waf === undefined ? [['api', 'waf']] : []),
};
