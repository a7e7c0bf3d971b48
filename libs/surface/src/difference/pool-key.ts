import type { Unknown } from '../model';
import type { OfUserPool } from '../model/of-user-pool';
import { poolKeyOf as knownKeyOf } from '../model/pool-member';

/** The same for all that belongs to one user pool: by its address, else by its id, else for all of the stack. */
export const poolKeyOf = (member: OfUserPool<Unknown>): string => knownKeyOf(member) ?? `${member.stack ?? ''} `;
