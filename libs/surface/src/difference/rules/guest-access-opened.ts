import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const guestAccessOpened = differenceRule({
  id: 'guest-access-opened',
  severity: 'critical',
  title: 'An identity pool gives AWS credentials to whoever asks',
  why: 'With guests, everyone on the internet gets credentials of the account without signing in; the classic flow lets them choose the role as well.',
  remediation: 'Set allow_unauthenticated_identities and allow_classic_flow to false.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  sameFactAs: ['guest-access', 'classic-flow'],
  find: ({ identityPools }) =>
    both(identityPools).flatMap(({ before, after }) => {
      const name = nameOf(after.name, after);
      const place = { at: after, subject: `identity pool ${name}` };
      return [
        ...(before.guests === false && after.guests === true
          ? [
              {
                ...place,
                message: `Anyone on the internet gets AWS credentials from ${name} without signing in.`,
                before: 'signed-in people',
                after: 'everyone',
              },
            ]
          : []),
        ...(before.classicFlow === false && after.classicFlow === true
          ? [
              {
                ...place,
                severity: 'medium' as const,
                message: `Whoever has an identity of ${name} can choose among the roles that trust it.`,
                before: 'the role that the pool gives',
                after: 'any role that trusts the pool',
              },
            ]
          : []),
      ];
    }),
});
