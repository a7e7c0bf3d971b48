import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const guestAccess = postureRule({
  id: 'guest-access',
  severity: 'high',
  title: 'Guest access to AWS credentials',
  why: 'An identity pool with guests gives AWS credentials to everyone who knows its id, which is in every app that uses it.',
  remediation: 'Set allow_unauthenticated_identities to false.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  replaces: ['cdk-nag COG7', 'CKV_AWS_366'],
  fields: ['identity.guests'],
  find: ({ identityPools }) =>
    violations(
      'identity pool',
      identityPools.filter(({ guests }) => guests === true),
      'Anyone who knows its id can get AWS credentials without signing in.',
    ),
});
