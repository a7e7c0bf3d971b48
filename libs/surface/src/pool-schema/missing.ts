import { type SchemaSnapshot } from './snapshot';

/** What a snapshot does not hold of what is deployed: pools, and attributes that were added. */
export function missingFrom(snapshot: SchemaSnapshot | undefined, deployed: SchemaSnapshot): string[] {
  return Object.entries(deployed.stacks).flatMap(([stack, pools]) =>
    Object.entries(pools).flatMap(([address, pool]) => {
      const known = snapshot?.stacks[stack]?.[address];
      if (known === undefined) return [`user pool ${address} of ${stack}`];
      return Object.keys(pool.attributes ?? {})
        .filter((name) => !Object.hasOwn(known.attributes ?? {}, name))
        .map((name) => `attribute ${name} of ${address} in ${stack}`);
    }),
  );
}
