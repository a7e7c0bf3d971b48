import { type EnvironmentRule } from './rule';

const SHORTEST = 12;

export const shortPassword: EnvironmentRule = {
  id: 'short-password',
  fields: ['identity.passwordPolicy.minLength'],
  expected: `at least ${SHORTEST}`,
  why: 'Length is what makes a password hard to guess; shorter ones fall to lists of leaked passwords.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  remediation: `Set it to ${SHORTEST} or more. People who have shorter passwords keep them until they change them.`,
  broken: ({ identity }) =>
    (identity?.passwordPolicy?.minLength ?? SHORTEST) < SHORTEST
      ? [['identity', 'passwordPolicy', 'minLength']]
      : [],
};
