import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const LONGEST = { name: 128, description: 2048 };

export const groupOutOfRange = refusalRule({
  id: 'group-out-of-range',
  severity: 'high',
  title: 'Group name, description or precedence out of range',
  why: `A group has a name of up to ${LONGEST.name} characters, a description of up to ${LONGEST.description}, and a precedence of 0 or more; the lowest wins.`,
  remediation: 'Shorten the text, or set a precedence of 0 or more.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html',
  find: ({ userGroups }) =>
    violations('group', userGroups, ({ name, description, precedence }) => [
      ...Object.entries({ name, description }).map(([what, text]) => ({
        when: typeof text === 'string' && text.length > LONGEST[what as keyof typeof LONGEST],
        message: `Cognito refuses a ${what} of ${typeof text === 'string' ? text.length : 0} characters.`,
      })),
      {
        when: typeof precedence === 'number' && (precedence < 0 || !Number.isInteger(precedence)),
        message: `Cognito refuses the precedence ${String(precedence)}.`,
      },
    ]),
});
