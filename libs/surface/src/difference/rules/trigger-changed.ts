import type { Unknown, UserPool } from '../../model';
import { isUnknown } from '../../model/value';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { changed } from '../changed';
import { foreignAccounts } from '../pool-accounts';
import { show } from '../show';
import { triggerFunctions } from '../trigger-functions';

type Decision = readonly [words: string, swapped: Violation['severity'], added?: Violation['severity']];

/** What a function decides, and how bad another one is, and a first one. */
const DECIDES: Readonly<Record<string, Decision>> = {
  pre_sign_up: [
    'decides who may sign up, and can link a sign-in with a provider to an account that exists',
    'high',
    'medium',
  ],
  pre_token_generation: ['decides which groups, scopes and claims are in tokens', 'high'],
  user_migration: [
    'decides which passwords are right for users that the pool does not have yet, and gets them',
    'high',
  ],
  define_auth_challenge: ['decides when a sign-in by custom challenges has succeeded', 'high'],
  create_auth_challenge: ['decides what a custom challenge asks', 'medium'],
  verify_auth_challenge_response: ['decides which answers to custom challenges are right', 'high'],
  pre_authentication: ['decides which sign-ins are refused', 'medium', 'expected'],
  custom_email_sender: ['decides where codes and temporary passwords by email go', 'high'],
  custom_sms_sender: ['decides where codes and temporary passwords by SMS go', 'high'],
  custom_message: ['decides what messages with codes say', 'medium'],
  post_confirmation: ['gets the attributes of everyone who signs up', 'expected'],
  post_authentication: ['gets the attributes of everyone who signs in', 'expected'],
};

export const triggerChanged = differenceRule({
  id: 'trigger-changed',
  severity: 'critical',
  title: 'Lambda trigger added or changed',
  why: 'Anyone who can change the function of a trigger decides about sign-up, sign-in or tokens of every user of the pool.',
  remediation: 'Check whose function it is, and who can change its code.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  find: (comparison) => {
    const foreign = foreignAccounts(comparison);
    const functions = triggerFunctions(comparison);
    return changed('user pool', comparison.userPools, (before, after, name) => {
      const [was, now] = [before.triggers, after.triggers];
      if (isUnknown(was) || isUnknown(now)) return undefined;
      const triggers = Object.entries(DECIDES).map(([trigger, [words, swapped, added = swapped]]): Found => {
        const [had, has] = [was[trigger], now[trigger]];
        const account = foreign(after, has);
        const usual = had === undefined ? added : swapped;
        return {
          when:
            has !== undefined &&
            (account !== undefined || usual !== 'expected') &&
            (had === undefined || functions.differ(after, had, has)),
          severity: account === undefined ? usual : decidesWho(trigger) ? 'critical' : 'high',
          message: `For ${name}, ${functions.shown(after, has)}${account === undefined ? '' : ` of account ${account}`} ${words}.`,
          before: show(had),
          after: show(has),
        };
      });
      return [...triggers, moreInTokens(before, after, name)];
    });
  },
});

/** What only sends or follows gets data; the others let people in. */
const decidesWho = (trigger: string): boolean => !/^(post_|custom_)/.test(trigger);

const VERSIONS = ['V1_0', 'V2_0', 'V3_0'];

/** A later event lets the function that is there write more. */
function moreInTokens({ triggers, preToken: was }: Pool, { preToken: now }: Pool, name: string): Found {
  if (isUnknown(triggers) || triggers['pre_token_generation'] === undefined) return undefined;
  return {
    when: VERSIONS.indexOf(String(now.version)) > VERSIONS.indexOf(String(was.version)),
    severity: 'medium',
    message: `For ${name}, the pre token generation function can now add scopes to access tokens${now.version === 'V3_0' ? ', those of machines too' : ''}.`,
    before: show(was.version),
    after: show(now.version),
  };
}

type Pool = UserPool<Unknown>;
