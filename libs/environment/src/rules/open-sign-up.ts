import { type EnvironmentRule } from './rule';

export const openSignUp: EnvironmentRule = {
  id: 'open-sign-up',
  fields: ['identity.selfSignUp'],
  expected: 'false',
  why: 'With self sign-up, anyone on the internet can make an account, and with it pass every route that asks only for an ID token.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
  remediation:
    'Set it to false and invite users. A product that is open to everyone acknowledges the rule and says so.',
  broken: ({ identity }) => (identity?.selfSignUp === true ? [['identity', 'selfSignUp']] : []),
};
