import { isUnknown, type List, type Unknown } from './value';

/** A list without its unknown places; of a list that is unknown as a whole, nothing. */
export const knownItems = <T>(list: List<T, Unknown>): readonly T[] =>
  isUnknown(list) ? [] : isWhole(list) ? list : list.filter((item): item is T => !isUnknown(item));

/** What is new in a list. */
export const addedTo = <T>(before: List<T, Unknown>, after: List<T, Unknown>): readonly T[] => {
  const [had, has] = [knownItems(before), knownItems(after)];
  if (has.length <= FEW)
    return has.every((item) => had.includes(item)) ? [] : has.filter((item) => !had.includes(item));
  const known = new Set(had);
  return has.filter((item) => !known.has(item));
};

/** Fewer than that are found faster without a set of them. */
const FEW = 8;

/** True: the list and everything in it is known, so that what is not in it is not there. */
export const isWhole = <T>(list: List<T, Unknown>): list is readonly T[] => !isUnknown(list) && !list.some(isUnknown);

/** True: the list is known to have nothing in it. */
export const isEmpty = (list: List<unknown, Unknown>): boolean => !isUnknown(list) && list.length === 0;
