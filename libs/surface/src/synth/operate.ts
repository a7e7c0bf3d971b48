import { isUnknown } from '../model/value';
import { canonicalJson } from '../canonical-json';

type Scalar = string | number | boolean | null;

/** What an operator makes of its sides. Undefined: one of them is not known, or it is not for them. */
export function operate(operator: string, sides: readonly unknown[]): Scalar | undefined {
  const [left, right] = sides;
  if (operator === '!') return typeof left === 'boolean' ? !left : undefined;
  if (operator === '&&' || operator === '||') return logical(operator === '||', sides);
  if (operator === '==' || operator === '!=') {
    const same = isSame(left, right);
    return same === undefined ? undefined : same === (operator === '==');
  }
  return typeof left === 'number' && typeof right === 'number' ? NUMBERS[operator]?.(left, right) : undefined;
}

/** One side decides it alone where it is this. */
function logical(decides: boolean, sides: readonly unknown[]): boolean | undefined {
  if (sides.includes(decides)) return decides;
  return sides.every((side) => side === !decides) ? !decides : undefined;
}

function isSame(left: unknown, right: unknown): boolean | undefined {
  const texts = [left, right].map((side) =>
    JSON.stringify(side, (_, part: unknown) => (isUnknown(part) ? OPEN : part)),
  );
  if (texts.some((text) => text === undefined || text.includes(OPEN))) return undefined;
  const [a = '', b = ''] = texts.map((text) => canonicalJson(text ?? ''));
  return a === b;
}

const OPEN = '\uE000';

const NUMBERS: Readonly<Record<string, (left: number, right: number) => number | boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};
