import type { List, Policy, PolicyStatement, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** A list without its unknown places; of a list that is unknown as a whole, nothing. */
export const knownItems = <T>(list: List<T, Unknown>): readonly T[] =>
  isUnknown(list) ? [] : list.filter((item): item is T => !isUnknown(item));

/** True: the list and everything in it is known, so that what is not in it is not there. */
export const isWhole = <T>(list: List<T, Unknown>): list is readonly T[] =>
  !isUnknown(list) && !list.some(isUnknown);

/** True: the list is known to have nothing in it. */
export const isEmpty = (list: List<unknown, Unknown>): boolean => !isUnknown(list) && list.length === 0;

/** What a person calls a thing: its name, or its address while nobody knows the name. */
export const nameOf = (thing: { readonly name: string | Unknown; readonly address: string }): string =>
  isUnknown(thing.name) ? thing.address : thing.name;

/** The statements of a policy that are known to allow something. */
export const allowing = (policy: Policy<Unknown>): readonly PolicyStatement<Unknown>[] =>
  isUnknown(policy) ? [] : policy.filter(({ effect }) => effect === 'Allow');
