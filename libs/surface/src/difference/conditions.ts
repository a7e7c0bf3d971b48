import type { PolicyCondition, Unknown } from '../model';
import { isWhole } from '../model/lists';
import { isUnknown } from '../model/value';

type Condition = PolicyCondition<Unknown>;

/**
 * Whether a request that meets one condition of a policy surely meets another. What is not known yet is like nothing
 * else.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function implies(narrow: Condition, wide: Condition): boolean {
  const { operator, key, values } = narrow;
  if (isUnknown(operator) || isUnknown(key) || !isWhole(values) || !isWhole(wide.values))
    return JSON.stringify(narrow) === JSON.stringify(wide);
  if (operator !== wide.operator || isUnknown(wide.key) || key.toLowerCase() !== wide.key.toLowerCase()) return false;
  const isWithin = WITHIN.find(([operators]) => operators.test(operator))?.[1] ?? ((value, other) => value === other);
  const within = (some: readonly string[], others: readonly string[]) =>
    some.every((value) => others.some((other) => isWithin(value, other)));
  // Any one value is enough; of a negated operator, none may match.
  return /Not/.test(operator) ? within(wide.values, values) : within(values, wide.values);
}

/** IAM's `*` and `?`. */
export const patternOf = (pattern: string, flags = 's'): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    flags,
  );

/** How values are compared, by operator. */
const WITHIN: readonly (readonly [operators: RegExp, isWithin: (value: string, other: string) => boolean])[] = [
  [/IpAddress/, (range, other) => range === other || isPartOf(networkOf(range), networkOf(other))],
  [/Like|Arn/, (value, pattern) => patternOf(pattern).test(value)],
];

interface Network {
  readonly address: number;
  readonly bits: number;
}

/** A range of IPv4; others are compared as text. */
function networkOf(range: string): Network | undefined {
  const [, address = '', bits = '32'] = /^(\d+\.\d+\.\d+\.\d+)(?:\/(\d+))?$/.exec(range) ?? [];
  if (address === '') return undefined;
  return { address: address.split('.').reduce((all, part) => all * 256 + Number(part), 0), bits: Number(bits) };
}

function isPartOf(inner: Network | undefined, outer: Network | undefined): boolean {
  if (!inner || !outer || inner.bits < outer.bits) return false;
  const size = 2 ** (32 - outer.bits);
  return Math.floor(inner.address / size) === Math.floor(outer.address / size);
}
