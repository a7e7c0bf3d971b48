import { unknown, type Unknown } from '../model/value';
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
  readonly at: (key: string | number) => Expression | undefined;
}

/**
 * A planned value with unknown and secret parts replaced; a secret is never copied.
 *
 * @param expression is only asked for where something is unknown, which most of a plan is not
 */
export function maskValue(
  value: unknown,
  masks: Masks,
  expression: () => Expression | undefined = () => undefined,
): unknown {
  // Most of a plan is known and public: nothing to replace, nothing to copy.
  if (isClear(masks.unknown) && masks.sensitive.every(isClear)) return value;
  return mask(value, masks, isClear(masks.unknown) ? undefined : expression());
}

function mask(value: unknown, masks: Masks, expression: Expression | undefined): unknown {
  if (masks.unknown === true) return unknown(expression?.references());
  const empty = value === null || value === undefined || value === '';
  if (!empty && masks.sensitive.includes(true)) return { unknown: true, sensitive: true } satisfies Unknown;
  if (isClear(masks.unknown) && masks.sensitive.every(isClear)) return value;
  const inner = (key: string | number, item: unknown) =>
    mask(
      item,
      { unknown: partOf(masks.unknown, key), sensitive: masks.sensitive.map((mask) => partOf(mask, key)) },
      expression?.at(key),
    );
  if (Array.isArray(value) || Array.isArray(masks.unknown)) {
    const items = Array.isArray(value) ? value : [];
    const length = Math.max(items.length, Array.isArray(masks.unknown) ? masks.unknown.length : 0);
    return Array.from({ length }, (_, index) => inner(index, items[index]));
  }
  if (isObject(value) || isObject(masks.unknown)) {
    const fields = isObject(value) ? value : {};
    const keys = new Set([
      ...Object.keys(fields),
      ...(isObject(masks.unknown) ? Object.keys(masks.unknown) : []),
    ]);
    return Object.fromEntries([...keys].map((key) => [key, inner(key, fields[key])]));
  }
  return value;
}

/** Whether a mask says `true` nowhere. */
export function isClear(mask: unknown): boolean {
  if (typeof mask !== 'object' || mask === null) return mask !== true;
  for (const key in mask) if (!isClear((mask as Record<string, unknown>)[key])) return false;
  return true;
}

function partOf(mask: unknown, key: string | number): unknown {
  if (mask === true) return true;
  if (Array.isArray(mask)) return mask[Number(key)];
  return isObject(mask) ? mask[key] : undefined;
}
