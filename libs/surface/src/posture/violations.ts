import type { Located, Unknown } from '../model';
import { nameOf } from './known';
import type { Violation } from '../findings/rule';

/** One violation for each of these, called by kind and name: `user pool people`. */
export const violations = (
  kind: string,
  things: readonly (Located & { readonly name: string | Unknown })[],
  message: string,
): Violation[] => things.map((thing) => ({ at: thing, subject: `${kind} ${nameOf(thing)}`, message }));
