import { own } from '../../own';
import { nameOfChange } from '../../changes/name-of-change';
import { isObject } from '../../terraform/unreadable';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const accountRecoveryWeaker = differenceRule({
  id: 'account-recovery-weaker',
  severity: 'medium',
  title: 'Account recovery widened',
  why: 'Each way to reset a password is a way into the account: a phone number can be taken over.',
  remediation: 'Restore account_recovery_setting.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  find: ({ changesOf }) =>
    changesOf('aws_cognito_user_pool').flatMap((change) => {
      if (!change.before || !change.changed.includes('account_recovery_setting')) return [];
      const [was, now] = [ways(change.before), ways(change.after)];
      const added = now.filter((way) => !was.includes(way) && way !== 'admin_only');
      if (added.length === 0 || (was.length === 0 && !added.includes('verified_phone_number'))) return [];
      const name = nameOfChange(change);
      return [
        {
          at: change,
          subject: `user pool ${name}`,
          message: `Anyone who controls the ${added.map((way) => own(WORDS, way) ?? way).join(' or ')} of a user of ${name} can reset the password.`,
          before: show(was),
          after: show(now),
        },
      ];
    }),
});

const WORDS: Readonly<Record<string, string>> = {
  verified_email: 'mailbox',
  verified_phone_number: 'phone number',
};

/** `account_recovery_setting[0].recovery_mechanism[].name` */
const ways = (pool: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
  objects(pool?.['account_recovery_setting'])
    .flatMap((setting) => objects(setting['recovery_mechanism']))
    .map(({ name }) => name)
    .filter((name) => typeof name === 'string');

const objects = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
