import type { Located } from '../model';
import { placeOf } from '../model/located';
import type { PlanChanges } from './planned-change';

/** Where something is now -> where a `moved` block puts it. */
export const placesOfMoves = ({
  plans,
}: {
  readonly plans: readonly Pick<PlanChanges, 'changes'>[];
}): ReadonlyMap<string, string> =>
  new Map(
    plans
      .flatMap(({ changes }) => changes.filter(({ previousAddress }) => previousAddress !== undefined))
      .map((change) => [placeOf({ ...(change as Located), address: change.previousAddress ?? '' }), placeOf(change)]),
  );
