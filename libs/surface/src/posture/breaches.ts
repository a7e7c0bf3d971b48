import type { Located, Unknown } from '../model';
import { nameOf } from './known';
import type { Breach } from './rule';

/** One breach for each of these, called by kind and name: `user pool people`. */
export const breaches = (
  kind: string,
  things: readonly (Located & { readonly name: string | Unknown })[],
  message: string,
): Breach[] => things.map((thing) => ({ at: thing, subject: `${kind} ${nameOf(thing)}`, message }));
