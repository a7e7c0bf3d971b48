import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { Encoded } from './encoded';
import type { Expression } from './expression';

export type Scalar = string | number | boolean;
/** `.name`, or `[0]`. */
export type Step = string | { readonly index: Scalar };

export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

export const key = (step: Step | undefined): string =>
  step === undefined ? '' : String(typeof step === 'string' ? step : step.index);

export const spell = (root: string, steps: readonly Step[]): string =>
  root + steps.map((step) => (typeof step === 'string' ? `.${step}` : `[${JSON.stringify(step.index)}]`)).join('');

/** A part of a value. Undefined: there is none. */
export function inside(value: unknown, steps: readonly Step[]): unknown {
  let current = value;
  for (const step of steps) {
    if (isUnknown(current)) return current;
    if (current instanceof Encoded) return undefined;
    // A block that is written once stands without its list.
    if (step === '0' || (typeof step !== 'string' && step.index === 0))
      current = Array.isArray(current) ? current[0] : current;
    else if (Array.isArray(current) || isObject(current)) {
      const name = key(step);
      current = Object.hasOwn(current, name) ? (current as Record<string, unknown>)[name] : undefined;
    } else return undefined;
  }
  return current;
}

/** What an expression is made from, as far as its parts say it themselves. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'template':
      return [...expression.text.matchAll(/\$\{([a-z][\w.-]*)\}/g)].map(([, name = '']) => name);
    case 'list':
      return expression.items.flatMap(namesIn);
    case 'object':
      return expression.entries.flat().flatMap(namesIn);
    case 'call':
      return expression.args.flatMap(namesIn);
    case 'index':
      return namesIn(expression.of);
    case 'condition':
      return [expression.test, expression.yes, expression.no].flatMap(namesIn);
    case 'operation':
      return expression.sides.flatMap(namesIn);
    case 'for':
      return namesIn(expression.items);
    case 'traversal': {
      const end = expression.path.findIndex((step) => typeof step !== 'string' && step.kind !== 'literal');
      const path = end === -1 ? expression.path : expression.path.slice(0, end);
      return [spell(expression.root, path.map(literalStep))];
    }
  }
}

const literalStep = (step: string | Expression): Step =>
  typeof step === 'string' ? step : { index: step.kind === 'literal' ? (step.value as Scalar) : '' };

/** Most of what is written has no reference in it, and is its own value. */
export function saysItAll(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('${') && !value.includes('%{');
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(saysItAll);
  for (const key in value) {
    if (key === '//' || !saysItAll(key) || !saysItAll((value as Readonly<Record<string, unknown>>)[key])) return false;
  }
  return true;
}
