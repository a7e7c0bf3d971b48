import { boundaryGains, identityGains } from './identity';
import { type PolicyChange, type Widening } from './model';
import { resourceGains } from './resource';

/**
 * What a change of policies lets principals do that they could not do before. Nothing where the policies only say the same
 * in another way, or allow less.
 *
 * More than there may be is taken of what is new, and less of what was: what is not decided is a gain that could not be
 * ruled out, or is in `undecided`.
 */
export function widening(change: PolicyChange): Widening {
  if (change.kind === 'identity') return identityGains(change);
  return change.kind === 'boundary' ? boundaryGains(change) : resourceGains(change);
}
