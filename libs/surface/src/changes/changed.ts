import { canonicalJson } from '../canonical-json';
import { isObject } from '../terraform/unreadable';
import { isClear } from '../terraform/mask';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Names of the top-level arguments that differ or are not known. Values are compared as the plan has them, secret ones
 * too; only names come out.
 */
export function changedArguments(before: unknown, after: unknown, afterUnknown: unknown): readonly string[] {
  if (before === after && isClear(afterUnknown)) return [];
  const was: Arguments = isObject(before) ? before : {};
  const becomes: Arguments = isObject(after) ? after : {};
  const open: Arguments = isObject(afterUnknown) ? afterUnknown : {};
  const changed: string[] = [];
  for (const name in was) {
    if (afterUnknown === true || !isClear(open[name]) || !isSame(was[name], becomes[name])) changed.push(name);
  }
  for (const name in becomes) if (!(name in was) && !isEmpty(becomes[name])) changed.push(name);
  for (const name in open) {
    if (!(name in was) && !changed.includes(name) && !isClear(open[name])) changed.push(name);
  }
  return changed;
}

/** Providers write "not set" as null, nothing at all, or an empty value, and change between them without a reason. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  value === 0 ||
  (typeof value === 'object' && hasNothing(value));

function hasNothing(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (typeof a === 'string' && typeof b === 'string') return isSameJson(a, b);
  if (!isObject(a) || !isObject(b)) return false;
  for (const key in a) if (!isSame(a[key], b[key])) return false;
  for (const key in b) if (!(key in a) && !isEmpty(b[key])) return false;
  return true;
}

/**
 * Policies, schemas and bodies: AWS gives them back with other spaces and in another order. In them an empty list is not
 * nothing: `"security": []` opens a route.
 */
const isSameJson = (a: string, b: string): boolean =>
  a.startsWith('{') && b.startsWith('{') && canonicalJson(a) === canonicalJson(b);
