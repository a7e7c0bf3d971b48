import { type Policies } from '../model';
import { realActions } from './actions/suggest';
import { Budget, Search } from './box';
import { gainsOf } from './gains';
import { everything, type TextSet } from './language/set';
import { type Gain } from './model';
import { type Representative } from './principals';
import { isGain, requestOf, type Sides } from './replay';
import { type Found, reported } from './report';
import { type Side } from './sides';

/** Rules compared for one change, about a second. What is left then could not be ruled out. */
const MOST_COMPARISONS = 3_000_000;

/** What is compared for each principal. */
export interface Comparison {
  readonly account?: string;
  readonly principals: readonly Representative[];
  readonly side: (side: 'before' | 'after', of: Representative) => Side;
  /** `undefined` where something in them is not known. */
  readonly policies: (side: 'before' | 'after', of: Representative) => Policies | undefined;
  readonly resources?: TextSet;
}

export function compare({ account, policies, principals, resources = everything, side }: Comparison): Gain[] {
  const budget = new Budget(MOST_COMPARISONS);
  const found = principals.flatMap((holder): Found[] => {
    const before = policies('before', holder);
    const after = policies('after', holder);
    const sides = before && after && { before, after };
    const search = new Search(holder.fixed, budget, realActions);
    return gainsOf(side('before', holder), side('after', holder), search, { met: holder.always, resources }).map(
      (gain) => ({
        gain,
        holder,
        ...certaintyOf({ gain, holder }, sides, account),
      }),
    );
  });
  return reported(found, account);
}

function certaintyOf(
  { gain: { assumed, point }, holder }: Pick<Found, 'gain' | 'holder'>,
  sides: Sides | undefined,
  account: string | undefined,
): Pick<Found, 'certainty' | 'witness'> {
  const request = point === 'open' ? undefined : requestOf(point, holder, account);
  if (!request || assumed || !sides || !isGain(request, sides)) return { certainty: 'could not rule out' };
  return { certainty: 'can', witness: request };
}
