import type { FirstFactor, List, Unknown } from '../../model';
import { isWhole } from '../../model/lists';
import { differenceRule, type Violation } from '../../findings/rule';
import { changed } from '../changed';
import { show } from '../show';

/** Without a password. */
const BY: Readonly<Record<FirstFactor, { readonly who: string; readonly severity: Violation['severity'] }>> = {
  EMAIL_OTP: { who: 'Anyone who controls the mailbox of a user', severity: 'medium' },
  SMS_OTP: { who: 'Anyone who controls the phone number of a user', severity: 'medium' },
  WEB_AUTHN: { who: 'Users with a passkey', severity: 'expected' },
  PASSWORD: { who: 'Users with a password', severity: 'medium' },
};

export const firstFactorAdded = differenceRule({
  id: 'first-factor-added',
  severity: 'medium',
  title: 'First factor added',
  why: 'Each first factor of choice-based sign-in is a way into the account by itself: a code by email or SMS is as safe as the mailbox or the phone number.',
  remediation: 'Remove it from allowed_first_auth_factors.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html',
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => {
      const [was, now] = [factorsOf(before.firstFactors), factorsOf(after.firstFactors)];
      return now
        .filter((factor) => was.length > 0 && !was.includes(factor))
        .map((factor) => ({
          message: `${BY[factor].who} can sign in to ${name} with that alone.`,
          severity: BY[factor].severity,
          before: show(was),
          after: show(now),
        }));
    }),
});

/** Nothing written: the password. */
const factorsOf = (factors: List<FirstFactor, Unknown>): readonly FirstFactor[] =>
  !isWhole(factors) ? [] : factors.length === 0 ? ['PASSWORD'] : factors;
