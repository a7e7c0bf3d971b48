import type { Comparison } from './comparison';
import { placeOf } from './pairs';

/** Roles that everyone gets the credentials of: by place. */
export const guestRoles = ({ after }: Comparison): ReadonlySet<string> =>
  new Set(
    after.identityPools.flatMap((pool) => {
      const role = pool.guests === false ? undefined : pool.unauthenticatedRole?.role;
      return role === undefined ? [] : [placeOf({ ...pool, address: role })];
    }),
  );
