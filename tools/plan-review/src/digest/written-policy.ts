import type { Expression } from '@gatehouse/surface/expression';
import { isPolicy } from './policy-meaning';
import type { Fields } from './values';

/** What only Terraform can evaluate: gives its text. */
export type Evaluated = () => string;

/**
 * A policy that is written out in an expression, as in `jsonencode({ Statement = [...] })`, as the JSON that it makes.
 *
 * @param text of what only Terraform can evaluate
 * @returns undefined: it is no policy, or its statements are not written out, so their order may count
 */
export function writtenPolicy(
  { entries }: Extract<Expression, { kind: 'object' }>,
  text: (expression: Expression) => string,
): Fields | undefined {
  if (!entries.some(([key]) => nameOf(key) === 'Statement')) return undefined;
  const policy = objectOf(entries, text);
  return policy && isPolicy(policy) ? policy : undefined;
}

/** Undefined: one of its names is only known when it is evaluated. */
function objectOf(
  entries: readonly (readonly [Expression, Expression])[],
  text: (expression: Expression) => string,
): Fields | undefined {
  const named = entries.map(([key, value]) => [nameOf(key), value] as const);
  if (named.some(([name]) => name === undefined)) return undefined;
  // Any name is one of its own, "__proto__" too.
  return Object.fromEntries(named.map(([name, value]) => [String(name), valueOf(value, text)]));
}

function valueOf(value: Expression, text: (expression: Expression) => string): unknown {
  const evaluated: Evaluated = () => text(value);
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'template':
      return value.text;
    case 'list':
      return value.items.map((item) => valueOf(item, text));
    case 'object':
      return objectOf(value.entries, text) ?? evaluated;
    default:
      return evaluated;
  }
}

function nameOf(key: Expression): string | undefined {
  if (key.kind === 'literal') return String(key.value);
  return key.kind === 'template' && !/[$%]\{/.test(key.text) ? key.text : undefined;
}
