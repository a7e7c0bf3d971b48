import type { Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { differenceRule, type Violation } from '../../findings/rule';
import { changed } from '../changed';
import { show } from '../show';

/** What a function decides. Those that only follow a sign-in decide nothing. */
const DECIDES: Readonly<Record<string, readonly [words: string, severity: Violation['severity']]>> = {
  pre_sign_up: ['who may sign up, and can link a sign-in with a provider to an account that exists', 'high'],
  pre_token_generation: ['which groups, scopes and claims are in tokens', 'high'],
  user_migration: ['which passwords are right for users that the pool does not have yet', 'high'],
  define_auth_challenge: ['when a sign-in by custom challenges has succeeded', 'high'],
  create_auth_challenge: ['what a custom challenge asks', 'medium'],
  verify_auth_challenge_response: ['which answers to custom challenges are right', 'high'],
  pre_authentication: ['which sign-ins are refused', 'medium'],
  custom_email_sender: ['where codes and temporary passwords by email go', 'high'],
  custom_sms_sender: ['where codes and temporary passwords by SMS go', 'high'],
  custom_message: ['what messages with codes say', 'medium'],
};

export const triggerChanged = differenceRule({
  id: 'trigger-changed',
  severity: 'high',
  title: 'Lambda trigger added or changed',
  why: 'Anyone who can change the function of a trigger decides about sign-up, sign-in or tokens of every user of the pool.',
  remediation: 'Check whose function it is, and who can change its code.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  find: ({ userPools }) =>
    changed('user pool', userPools, ({ triggers: was }, { triggers: now }, name) => {
      if (isUnknown(was) || isUnknown(now)) return undefined;
      return Object.entries(DECIDES).map(([trigger, [words, severity]]) => {
        const [before, after] = [was[trigger], now[trigger]];
        // What only refuses takes nothing away from anyone when it is new.
        const added = before === undefined && trigger !== 'pre_authentication';
        // The same function made again, or one that is not known yet: other rules report it.
        const replaced =
          typeof before === 'string' && typeof after === 'string' && functionOf(before) !== functionOf(after);
        return {
          when: after !== undefined && (added || replaced),
          severity,
          message: `For ${name}, ${shown(after)} decides ${words}.`,
          before: show(before),
          after: show(after),
        };
      });
    }),
});

/** Without the version or alias. */
const functionOf = (arn: string): string => arn.split(':').slice(0, 7).join(':');

/** `function sign-up` */
function shown(arn: string | Unknown | undefined): string {
  const reference = isUnknown(arn) ? arn.references?.[0]?.replace(/\.[a-z_]+$/, '') : arn?.split(':')[6];
  return reference === undefined ? 'a function' : `function ${reference}`;
}
