import { placesOfMoves } from '../changes/moves';
import { placeOf } from '../model/located';
import type { ReadPlans } from '../read-plans';
import { compare } from './comparison';
import { both } from './pairs';

/** Where something was -> where it is now: by a `moved` block, or because its API is written in another way. */
export function movedPlaces(read: ReadPlans): ReadonlyMap<string, string> {
  const { authorizers, callable } = compare(read);
  const rewritten = [...both(callable), ...both(authorizers)].map(
    ({ before, after }) => [placeOf(before), placeOf(after)] as const,
  );
  return new Map([...rewritten.filter(([was, is]) => was !== is), ...placesOfMoves(read)]);
}
