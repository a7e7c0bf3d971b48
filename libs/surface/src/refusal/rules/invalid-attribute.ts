import type { Unknown, UserAttribute } from '../../model';
import { knownItems } from '../../model/lists';
import { standardTypeOf } from '../../cognito/standard-attributes';
import { refusalRule } from '../../findings/rule';
import { violations, type Found } from '../../findings/violations';

const LONGEST = { name: 20, value: 2048 };

export const invalidAttribute = refusalRule({
  id: 'invalid-attribute',
  severity: 'high',
  title: 'User attribute that Cognito refuses',
  why: `A standard attribute has a type of its own. A custom one has a name of up to ${LONGEST.name} characters, without "custom:", is never required, and holds up to ${LONGEST.value} characters.`,
  remediation: 'Correct the attribute before the pool is created: it cannot be changed or removed later.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ attributes }) => knownItems(attributes).flatMap(mistakesOf)),
});

function mistakesOf({ name, type, required, constraints }: UserAttribute<Unknown>): readonly Found[] {
  if (typeof name !== 'string') return [];
  const standard = standardTypeOf(name);
  const bound = (of: string) => (constraints as Readonly<Record<string, unknown>>)[of];
  const isOver = (low: string, high: string) => numberOf(bound(low)) > numberOf(bound(high));
  return [
    {
      when: standard !== undefined && typeof type === 'string' && type !== standard,
      message: `Cognito refuses ${name} as ${String(type)}: it is a standard attribute of type ${standard}.`,
    },
    {
      when: standard === undefined && required === true,
      message: `Cognito refuses ${name} as required: only standard attributes can be.`,
    },
    {
      when: name.startsWith('custom:'),
      message: `Cognito refuses the name ${name}, because it adds "custom:" itself.`,
    },
    {
      when: name.length > LONGEST.name,
      message: `Cognito refuses the name ${name}, which has ${name.length} characters.`,
    },
    {
      when: isOver('min_length', 'max_length') || isOver('min_value', 'max_value'),
      message: `Cognito refuses ${name}, because its lower limit is above the upper one.`,
    },
    {
      when: numberOf(bound('max_length')) > LONGEST.value,
      message: `Cognito refuses ${name} with up to ${String(bound('max_length'))} characters.`,
    },
  ];
}

/** What is not set or not known compares with nothing. */
const numberOf = (value: unknown): number => (typeof value === 'string' && value !== '' ? Number(value) : NaN);
