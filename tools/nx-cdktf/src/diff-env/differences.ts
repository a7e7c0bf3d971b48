import { isObject } from '@gatehouse/checks';
import { canonical } from '../canonical';

/** A place at which two values differ; a side is absent where the value is. */
export interface Difference {
  /** Keys from the top, e.g. `['api', 'cors', 'allowOrigins']`. */
  readonly path: readonly string[];
  readonly left?: unknown;
  readonly right?: unknown;
}

/**
 * Every place at which two JSON values differ, as deep as objects go. Lists of values are compared as a whole, lists of
 * as many objects one by one.
 */
export function differences(left: unknown, right: unknown, path: readonly string[] = []): Difference[] {
  if (isObject(left) && isObject(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => differences(left[key], right[key], [...path, key]));
  }
  if (areRows(left, right)) {
    return left.flatMap((row, index) => differences(row, (right as unknown[])[index], [...path, String(index)]));
  }
  if (canonical(left) === canonical(right)) return [];
  return [{ path, ...(left !== undefined && { left }), ...(right !== undefined && { right }) }];
}

function areRows(left: unknown, right: unknown): left is unknown[] {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return [...left, ...(right as unknown[])].every(isObject);
}
