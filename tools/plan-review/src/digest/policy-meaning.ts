import { isObject } from './values';

/** Names of a statement whose values are a set: one text is a list of one. */
const SETS = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);
const PRINCIPALS = new Set(['Principal', 'NotPrincipal']);

/** Whether an object is an IAM policy, wherever it stands. */
export const isPolicy = (value: Readonly<Record<string, unknown>>): boolean => {
  const { Statement: statements } = value;
  if (statements === undefined) return false;
  return listOf(statements).every((each) => isObject(each) && 'Effect' in each);
};

/**
 * A policy as IAM reads it: the order of statements, and of what each of them lists, means nothing, nor does the case of
 * actions.
 *
 * @param text what a statement is as text, to put them in order
 */
export function policyMeaning(
  policy: Readonly<Record<string, unknown>>,
  text: (value: unknown) => string,
): Readonly<Record<string, unknown>> {
  const statements = listOf(policy['Statement']).map((each) => statementMeaning(each as Record<string, unknown>, text));
  return { ...policy, Statement: statements.sort((one, other) => order(text(one), text(other))) };
}

const statementMeaning = (statement: Readonly<Record<string, unknown>>, text: (value: unknown) => string): object =>
  Object.fromEntries(
    Object.entries(statement).map(([name, value]) => {
      if (SETS.has(name)) return [name, setOf(value, text, name.endsWith('Action'))];
      if (PRINCIPALS.has(name) && isObject(value)) return [name, each(value, (of) => setOf(of, text))];
      if (name === 'Condition' && isObject(value)) return [name, each(value, (tests) => conditionOf(tests, text))];
      return [name, value];
    }),
  );

/** Values of a condition are texts: `false` and `"false"` are one. */
const conditionOf = (tests: unknown, text: (value: unknown) => string): unknown =>
  isObject(tests) ? each(tests, (values) => setOf(listOf(values).map(asText), text)) : tests;

const asText = (value: unknown): unknown =>
  typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;

function setOf(value: unknown, text: (value: unknown) => string, lower = false): readonly unknown[] {
  const items = new Map<string, unknown>();
  for (const item of listOf(value)) {
    const one = lower && typeof item === 'string' && !item.includes('${') ? item.toLowerCase() : item;
    items.set(text(one), one);
  }
  return [...items].sort(([one], [other]) => order(one, other)).map(([, item]) => item);
}

const each = (values: Readonly<Record<string, unknown>>, map: (value: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
