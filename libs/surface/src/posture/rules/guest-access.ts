import { violations } from '../violations';
import { postureRule } from '../../findings/rule';

export const guestAccess = postureRule({
  id: 'guest-access',
  severity: 'high',
  title: 'Anyone gets AWS credentials',
  why: 'An identity pool with guests hands AWS credentials to everyone who knows its id, which is in every app that uses it.',
  remediation: 'Set allow_unauthenticated_identities to false.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  replaces: ['cdk-nag COG7', 'CKV_AWS_366'],
  fields: ['identity.identityPool.guests'],
  find: ({ identityPools }) =>
    violations(
      'identity pool',
      identityPools.filter(({ guests }) => guests === true),
      'Who knows its id gets AWS credentials without signing in.',
    ),
});
