import type { Located } from '../model';

/** The same thing on both sides; one side is empty where it is new or gone. */
export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

type Key<T> = (item: T) => string | undefined;

/**
 * Finds what belongs together by each key in turn: what the first one leaves over is tried with the next. So a thing
 * is the same after its address changed.
 */
export function pairs<T>(before: readonly T[], after: readonly T[], ...keys: readonly Key<T>[]): Pair<T>[] {
  const partner = new Map<T, T>();
  const taken = new Set<T>();
  for (const key of keys) {
    const open = new Map<string, T>();
    for (const item of after) {
      const value = taken.has(item) ? undefined : key(item);
      if (value !== undefined && !open.has(value)) open.set(value, item);
    }
    for (const item of before) {
      const value = partner.has(item) ? undefined : key(item);
      const found = value === undefined ? undefined : open.get(value);
      if (value === undefined || found === undefined) continue;
      partner.set(item, found);
      taken.add(found);
      open.delete(value);
    }
  }
  return [
    ...before.map((item) => {
      const found = partner.get(item);
      return found === undefined ? { before: item } : { before: item, after: found };
    }),
    ...after.filter((item) => !taken.has(item)).map((item) => ({ after: item })),
  ];
}

/** Those that are on both sides. */
export function both<T>(all: readonly Pair<T>[]): readonly Both<T>[] {
  const known = BOTH.get(all) as readonly Both<T>[] | undefined;
  if (known) return known;
  const found = all.filter((pair): pair is Both<T> => 'before' in pair && 'after' in pair);
  BOTH.set(all, found);
  return found;
}

export interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** Nearly every rule asks for the same. */
const BOTH = new WeakMap<object, readonly unknown[]>();

export { placeOf } from '../model/located';

/** A key by a name, unless it is not known. */
export const named =
  <T extends Located>(name: (item: T) => unknown): Key<T> =>
  (item) => {
    const value = name(item);
    return typeof value === 'string' ? `${item.stack ?? ''} ${value}` : undefined;
  };
