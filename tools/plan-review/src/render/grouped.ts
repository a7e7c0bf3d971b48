import type { EnvironmentReview } from '../model/review';

/** The same thing in several environments, which is what a pull request nearly always does. */
export interface Grouped<T> {
  readonly item: T;
  /** Names, in the order of the review; empty when the only environment has none. */
  readonly environments: readonly string[];
}

/** One for each thing that has the same `key` in several environments, in order of first sight. */
export function grouped<T>(
  environments: readonly EnvironmentReview[],
  itemsOf: (environment: EnvironmentReview) => readonly T[],
  key: readonly (keyof T)[],
): Grouped<T>[] {
  const [only, ...more] = environments;
  if (only && more.length === 0) {
    const names = only.name === undefined ? [] : [only.name];
    return itemsOf(only).map((item) => ({ item, environments: names }));
  }
  const groups = new Map<string, { item: T; environments: string[] }>();
  for (const environment of environments) {
    const { name } = environment;
    const seen = new Map<string, number>();
    for (const item of itemsOf(environment)) {
      const plain = JSON.stringify(key.map((name) => item[name]));
      // Twice the same in one environment is two things.
      const nth = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, nth);
      const place = `${nth} ${plain}`;
      const group = groups.get(place) ?? { item, environments: [] };
      if (name !== undefined) group.environments.push(name);
      groups.set(place, group);
    }
  }
  return [...groups.values()];
}
