import { type PoolSchema, type SchemaSnapshot } from './snapshot';

/** What a snapshot does not hold of what is deployed: pools, and attributes that were added. */
export function missingFrom(snapshot: SchemaSnapshot | undefined, deployed: SchemaSnapshot): string[] {
  return Object.entries(deployed.stacks).flatMap(([stack, pools]) =>
    Object.entries(pools).flatMap(([address, pool]) => {
      const known = snapshot?.stacks[stack]?.[address];
      if (known === undefined) return [`user pool ${address} of ${stack}`];
      return attributesMissingFrom(known, pool).map((name) => `attribute ${name} of ${address} in ${stack}`);
    }),
  );
}

/** The attributes of a deployed pool that were added since its snapshot. */
export const attributesMissingFrom = (known: PoolSchema, { attributes = {} }: PoolSchema): readonly string[] =>
  Object.keys(attributes).filter((name) => !Object.hasOwn(known.attributes ?? {}, name));
