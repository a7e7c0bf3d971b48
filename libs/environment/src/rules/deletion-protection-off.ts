import { type EnvironmentRule } from './rule';

export const deletionProtectionOff: EnvironmentRule = {
  id: 'deletion-protection-off',
  fields: ['identity.deletionProtection'],
  expected: 'true',
  why: 'A user pool that is deleted takes every account with it, and passwords cannot be restored.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  remediation: 'Set it to true, or remove the line to inherit it from base.json.',
  broken: ({ identity }) =>
    identity?.deletionProtection === false ? [['identity', 'deletionProtection']] : [],
};
