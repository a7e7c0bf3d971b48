import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const messageWithoutCode = refusalRule({
  id: 'message-without-code',
  severity: 'high',
  title: 'Message without its placeholder',
  why: 'Cognito puts the code where {####} is, the link where {##text##} is, and the user name of an invitation where {username} is.',
  remediation: 'Add the placeholder. A text message has at most 140 characters.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ messages }) =>
      knownItems(messages).map(({ argument, text }) => {
        if (typeof text !== 'string') return undefined;
        const missing = placeholdersOf(argument).find(({ pattern }) => !pattern.test(text));
        if (missing) return { message: `Cognito refuses ${argument} without ${missing.shown}.` };
        return {
          when: argument.includes('sms_') && text.length > 140,
          message: `Cognito refuses ${argument} of ${text.length} characters; a text message has at most 140.`,
        };
      }),
    ),
});

const CODE = { shown: '{####}', pattern: /\{####\}/ };
const LINK = { shown: '{##text##}', pattern: /\{##[^]*##\}/ };
const USERNAME = { shown: '{username}', pattern: /\{username\}/ };

function placeholdersOf(argument: string) {
  if (argument.endsWith('_by_link')) return [LINK];
  return argument.startsWith('invite_') ? [USERNAME, CODE] : [CODE];
}
