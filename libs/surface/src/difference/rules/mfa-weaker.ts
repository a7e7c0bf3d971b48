import { knownOf } from '../../access/lists';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

const STRENGTH = ['OFF', 'OPTIONAL', 'ON'];

export const mfaWeaker = differenceRule({
  id: 'mfa-weaker',
  severity: 'high',
  title: 'MFA weakened',
  why: 'Without a second factor, a leaked or guessed password is enough to take over an account.',
  remediation: 'Restore mfa_configuration.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  sameFactAs: ['mfa-off', 'mfa-by-sms-only'],
  find: ({ userPools }) =>
    both(userPools).flatMap(({ before, after }) => {
      const name = nameOf(after.name, after);
      const weaker =
        STRENGTH.includes(show(after.mfa)) &&
        STRENGTH.indexOf(show(after.mfa)) < STRENGTH.indexOf(show(before.mfa));
      // Codes by SMS or mail can be taken over with the number or mailbox; those of an app cannot.
      const appGone =
        after.mfa !== 'OFF' &&
        Array.isArray(after.mfaMethods) &&
        knownOf(before.mfaMethods).includes('TOTP') &&
        !after.mfaMethods.some((method) => method === 'TOTP' || typeof method !== 'string');
      if (!weaker && !appGone) return [];
      return [
        {
          at: after,
          subject: `user pool ${name}`,
          message: weaker
            ? `Anyone with the password of a user of ${name} can sign in${after.mfa === 'OFF' ? '' : ', unless that user chose a second factor'}.`
            : `Users of ${name} can no longer use an authenticator app as the second factor.`,
          before: weaker ? show(before.mfa) : show(before.mfaMethods),
          after: weaker ? show(after.mfa) : show(after.mfaMethods),
        },
      ];
    }),
});
