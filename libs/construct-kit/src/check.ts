import { type Format } from '@gatehouse/checks';
import { type IConstruct } from 'constructs';
import { ConstructError, type Problem } from './construct-error';
import { isLate } from './late';

/** What a checked value is for, in the words of the error. */
type Subject = Pick<Problem, 'prop' | 'fix'>;

/** @throws ConstructError unless the condition holds. */
export function check(construct: IConstruct, holds: boolean, problem: Problem): asserts holds {
  if (!holds) throw new ConstructError(construct, problem);
}

/** @throws ConstructError when `value` is known and no whole number within the limits. */
export function checkWholeNumber(
  construct: IConstruct,
  value: number,
  { prop, fix, min, max }: Subject & { readonly min: number; readonly max: number },
): void {
  const holds = isLate(value) || (Number.isInteger(value) && value >= min && value <= max);
  check(construct, holds, { prop, expected: `a whole number from ${min} to ${max}`, found: value, fix });
}

/** @throws ConstructError when `value` is known and does not match, or is no text: synthesis does not check types. */
export function checkText(
  construct: IConstruct,
  value: string,
  { prop, fix, pattern, expected }: Subject & Format,
): void {
  const holds = isLate(value) || (typeof value === 'string' && pattern.test(value));
  check(construct, holds, { prop, expected, found: value, fix });
}

/** @throws ConstructError when `value` is known and none of the values that AWS takes. */
export function checkOneOf<T>(
  construct: IConstruct,
  value: T,
  { prop, fix, values }: Subject & { readonly values: readonly T[] },
): void {
  check(construct, isLate(value) || values.includes(value), {
    prop,
    expected: `one of ${values.join(', ')}`,
    found: value,
    fix,
  });
}
