import { secret, unknown, unset } from '../model/value';
import { isObject } from './unreadable';

export interface Masks {
  /** `after_unknown`: true where the value is known after apply, at any level. */
  readonly unknown: unknown;
  /** `before_sensitive` and `after_sensitive`: true where the value is secret, at any level. */
  readonly sensitive: readonly unknown[];
}

/** What the configuration says an argument is made from; `undefined` for what it does not set. */
export interface Expression {
  readonly references: () => readonly string[] | undefined;
  /** Whether the configuration leaves it out, or has null there. */
  readonly isUnset: () => boolean;
  readonly at: (key: string | number) => Expression | undefined;
}

/**
 * A planned value with unknown and secret parts replaced; a secret is never copied.
 *
 * @param expression is only asked for where something is unknown, which most of a plan is not
 */
export function maskValue(
  value: unknown,
  { unknown, sensitive }: Masks,
  expression: () => Expression | undefined = () => undefined,
): unknown {
  const isKnown = isClear(unknown);
  if (isKnown && sensitive.every(isClear)) return value;
  return mask(value, [unknown, ...sensitive], isKnown ? undefined : expression());
}

/** The first of the masks is the one of what is unknown, the others are those of secrets. */
function mask(value: unknown, masks: readonly unknown[], expression: Expression | undefined): unknown {
  if (masks[0] === true) return expression?.isUnset() ? unset() : unknown(expression?.references());
  const isSet = value !== null && value !== undefined && value !== '';
  if (isSet && masks.includes(true)) return secret();
  const asList = Array.isArray(value) || Array.isArray(masks[0]);
  if (!asList && !isObject(value) && !isObject(masks[0])) return value;
  const copy = asList ? [...(Array.isArray(value) ? value : [])] : { ...(isObject(value) ? value : {}) };
  // What no mask names is known and public: copied as it is.
  for (const key of maskedKeys(masks)) {
    const at = asList ? Number(key) : key;
    const inner = masks.map((each) => partOf(each, key));
    if (inner[0] === undefined && !(key in copy)) continue;
    (copy as Record<string | number, unknown>)[at] = mask(
      (copy as Record<string | number, unknown>)[at],
      inner,
      expression?.at(at),
    );
  }
  return copy;
}

function maskedKeys(masks: readonly unknown[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const each of masks) {
    if (typeof each !== 'object' || each === null) continue;
    for (const key in each) if (!isClear((each as Record<string, unknown>)[key])) keys.add(key);
  }
  return keys;
}

/** Whether a mask says `true` nowhere. */
export function isClear(mask: unknown): boolean {
  if (typeof mask !== 'object' || mask === null) return mask !== true;
  for (const key in mask) if (!isClear((mask as Record<string, unknown>)[key])) return false;
  return true;
}

const partOf = (mask: unknown, key: string): unknown =>
  typeof mask === 'object' && mask !== null ? (mask as Record<string, unknown>)[key] : undefined;
