import type { List, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** What of a list is known. */
export const knownOf = <T>(list: List<T, Unknown>): readonly T[] =>
  isUnknown(list) ? [] : list.filter((item): item is T => !isUnknown(item));

/** What is new in a list. */
export const addedTo = <T>(before: List<T, Unknown>, after: List<T, Unknown>): readonly T[] => {
  const had = new Set(knownOf(before));
  return knownOf(after).filter((item) => !had.has(item));
};

export const isKnown = <T>(value: T | Unknown): value is T => !isUnknown(value);
