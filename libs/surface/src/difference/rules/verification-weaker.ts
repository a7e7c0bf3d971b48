import type { List, Unknown } from '../../model';
import { addedTo, isWhole } from '../../model/lists';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';
import { show } from '../show';

export const verificationWeaker = differenceRule({
  id: 'verification-weaker',
  severity: 'high',
  title: 'Addresses of users no longer verified',
  why: 'Code takes the email address or phone number of a token for the user’s own, and Cognito signs users in with it. Without a check anyone can put in the address of someone else.',
  remediation: 'Restore attributes_require_verification_before_update and auto_verified_attributes.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html',
  sameFactAs: ['unverified-sign-up'],
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => {
      const updated = goneFrom(before.verifiedBeforeUpdate, after.verifiedBeforeUpdate);
      const verified = goneFrom(before.autoVerifiedAttributes, after.autoVerifiedAttributes);
      return [
        {
          when: updated.length > 0,
          message: `Users of ${name} can change their ${inWords(updated)} to that of someone else, without proving that it is theirs.`,
          before: show(before.verifiedBeforeUpdate),
          after: show(after.verifiedBeforeUpdate),
        },
        {
          when: verified.length > 0,
          message: `Cognito no longer asks new users of ${name} to prove that their ${inWords(verified)} is theirs.`,
          before: show(before.autoVerifiedAttributes),
          after: show(after.autoVerifiedAttributes),
        },
      ];
    }),
});

const goneFrom = (was: List<string, Unknown>, now: List<string, Unknown>): readonly string[] =>
  isWhole(now) ? addedTo(now, was) : [];

const inWords = (attributes: readonly string[]): string =>
  attributes.map((attribute) => attribute.replace('_', ' ')).join(' and ');
