import type { List, Unknown } from '../../model';
import { addedTo, isWhole, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { isWeaker } from '../is-weaker';
import { show } from '../show';

export const mfaWeaker = differenceRule({
  id: 'mfa-weaker',
  severity: 'high',
  title: 'MFA weakened',
  why: 'Without a second factor, a leaked or guessed password is enough to take over an account.',
  remediation: 'Restore mfa_configuration.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  sameFactAs: ['mfa-off', 'mfa-by-sms-only'],
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => {
      // Codes by SMS or mail can be taken over with the number or mailbox; those of an app cannot.
      const appGone =
        after.mfa !== 'OFF' &&
        Array.isArray(after.mfaMethods) &&
        knownItems(before.mfaMethods).includes('TOTP') &&
        !after.mfaMethods.some((method) => method === 'TOTP' || typeof method !== 'string');
      if (isWeaker(['OFF', 'OPTIONAL', 'ON'], before.mfa, after.mfa))
        return {
          message: `Anyone with the password of a user of ${name} can sign in${after.mfa === 'OFF' ? '' : ', unless that user chose a second factor'}.`,
          before: show(before.mfa),
          after: show(after.mfa),
        };
      const weak =
        after.mfa === 'OFF' ? [] : addedTo(before.mfaMethods, after.mfaMethods).flatMap((method) => WEAK[method] ?? []);
      const gone = isWhole(after.mfaMethods) ? addedTo(after.mfaMethods, before.mfaMethods) : [];
      const methods = { before: show(before.mfaMethods), after: show(after.mfaMethods) };
      return [
        {
          when: appGone,
          message: `Users of ${name} can no longer use an authenticator app as the second factor.`,
          ...methods,
        },
        {
          when: !appGone && after.mfa === 'OPTIONAL' && gone.length > 0,
          severity: 'medium',
          message: `Users of ${name} whose second factor is ${gone.join(' or ')} sign in with the password alone.`,
          ...methods,
        },
        {
          when: !appGone && weak.length > 0 && isOnlyApp(before.mfaMethods),
          severity: 'medium',
          message: `Anyone who takes over the ${weak.join(' or ')} of a user of ${name} can have the second factor.`,
          ...methods,
        },
      ];
    }),
});

/** Codes that go to where someone else can be. */
const WEAK: Readonly<Record<string, string>> = { SMS: 'phone number', EMAIL: 'mailbox' };

const isOnlyApp = (methods: List<string, Unknown>): boolean =>
  isWhole(methods) && methods.length > 0 && methods.every((method) => method === 'TOTP');
