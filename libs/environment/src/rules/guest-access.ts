import { type EnvironmentRule } from './rule';

export const guestAccess: EnvironmentRule = {
  id: 'guest-access',
  fields: ['identity.identityPool.guests'],
  expected: 'false',
  why: 'With guests, anyone on the internet gets AWS credentials of this account without signing in.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  remediation:
    'Set it to false. Where guests are the product, acknowledge the rule and say what they may do.',
  broken: ({ identity }) =>
    identity?.identityPool?.guests === true ? [['identity', 'identityPool', 'guests']] : [],
};
