import type { Unknown, UserPool } from '../model';
import { knownItems } from '../model/lists';

/** What a pool is known to require of every user. */
export const requiredOf = (pool: UserPool<Unknown> | undefined): readonly string[] =>
  knownItems(pool?.attributes ?? []).flatMap(({ name, required }) =>
    required === true && typeof name === 'string' ? [name] : [],
  );
