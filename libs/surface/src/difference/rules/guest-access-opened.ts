import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const guestAccessOpened = differenceRule({
  id: 'guest-access-opened',
  severity: 'critical',
  title: 'Guest access turned on',
  why: 'With guests, everyone on the internet gets credentials of the account without signing in; in the classic flow they choose the role too.',
  remediation: 'Set allow_unauthenticated_identities and allow_classic_flow to false.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  sameFactAs: ['guest-access', 'classic-flow'],
  find: ({ identityPools }) =>
    changed('identity pool', identityPools, (before, after, name) => [
      {
        when: before.guests === false && after.guests === true,
        message: `Anyone on the internet can get AWS credentials from ${name} without signing in.`,
        before: 'signed-in users',
        after: 'everyone',
      },
      {
        when: before.classicFlow === false && after.classicFlow === true,
        severity: 'medium',
        message: `Anyone with an identity of ${name} can choose among the roles that trust it.`,
        before: 'the role that the pool gives',
        after: 'any role that trusts the pool',
      },
    ]),
});
