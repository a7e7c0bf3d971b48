import type { Located, ReadPlans } from '@gatehouse/surface';

/** Where something is: addresses repeat between stacks. */
export const placeOf = ({ stack, address }: Located): string => `${stack ?? ''}\n${address}`;

/** The place of the resource: what an OpenAPI body defines belongs to the resource that has the body. */
export function resourcePlaceOf({ stack, address }: Located): string {
  const body = address.indexOf('#');
  return `${stack ?? ''}\n${body < 0 ? address : address.slice(0, body)}`;
}

/** Where something is now -> where a `moved` block puts it. */
export const placesOfMoves = ({ plans }: Pick<ReadPlans, 'plans'>): ReadonlyMap<string, string> =>
  new Map(
    plans
      .flatMap(({ changes }) => changes)
      .flatMap((change) =>
        change.previousAddress === undefined
          ? []
          : [[placeOf({ ...change, address: change.previousAddress }), placeOf(change)]],
      ),
  );
