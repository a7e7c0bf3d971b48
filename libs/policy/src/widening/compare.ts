import { type Policies } from '../model';
import { realActions } from './actions/suggest';
import { Search } from './box';
import { Budget } from './budget';
import { gainsOf } from './gains';
import { everything, type TextSet } from './language/set';
import { type Gain, type Undecided } from './model';
import { type Representative } from './principals';
import { isGain, requestOf, type Sides } from './replay';
import { type Found, reported } from './report';
import { type Side } from './sides';
import { TOO_LARGE } from './undecided';

/** Rules compared for one change, about a second. What is left then could not be ruled out. */
const MOST_COMPARISONS = 1_000_000;

/** States of automata for one change, about a second too. */
const MOST_STATES = 60_000;

/** Statements read to replay requests. */
const MOST_READ = 200_000;

export const searchFor = ({ fixed }: Representative): Search =>
  new Search(fixed, new Budget(MOST_COMPARISONS), new Budget(MOST_STATES), realActions);

/** What is compared for each principal. */
export interface Comparison {
  readonly account?: string;
  readonly principals: readonly Representative[];
  readonly side: (side: 'before' | 'after', of: Representative) => Side;
  /** `undefined` where something in them is not known. */
  readonly policies: (side: 'before' | 'after', of: Representative) => Policies | undefined;
  readonly resources?: TextSet;
}

export interface Compared {
  readonly gains: readonly Gain[];
  /** Policies that took too long to compare. */
  readonly unsettled: readonly Undecided[];
}

export function compare({ account, policies, principals, resources = everything, side }: Comparison): Compared {
  const budget = new Budget(MOST_COMPARISONS);
  const states = new Budget(MOST_STATES);
  const replays = new Budget(MOST_READ);
  const found = principals.flatMap((holder): Found[] => {
    const before = policies('before', holder);
    const after = policies('after', holder);
    const sides = before && after && { before, after };
    const sizes = [side('before', holder), side('after', holder)].map(sizeOf);
    const canReplay = () => replays.spend(sizes.reduce((sum, size) => sum + size, 1));
    const search = new Search(holder.fixed, budget, states, realActions);
    return gainsOf(side('before', holder), side('after', holder), search, { met: holder.always, resources }).map(
      (gain) => ({
        gain,
        holder,
        ...certaintyOf({ gain, holder }, canReplay() ? sides : undefined, account),
      }),
    );
  });
  const open = budget.isShort || states.isShort ? found.filter(({ gain }) => gain.point === 'open') : [];
  // That a Deny is lost is said in any case.
  const unsettled = open.filter(({ gain }) => !gain.lostDeny).map(({ gain }) => gain.rule.policy);
  return {
    gains: reported(found, account),
    unsettled: [...new Set(unsettled)].map((policy) => ({ side: 'after', policy, reason: TOO_LARGE })),
  };
}

const sizeOf = ({ denies, ways }: Side): number =>
  [denies, ...ways.flat()].reduce((sum, { rules }) => sum + rules.length, 0);

function certaintyOf(
  { gain: { assumed, point }, holder }: Pick<Found, 'gain' | 'holder'>,
  sides: Sides | undefined,
  account: string | undefined,
): Pick<Found, 'certainty' | 'witness'> {
  const request = point === 'open' ? undefined : requestOf(point, holder, account);
  if (!request || assumed || !sides || !isGain(request, sides)) return { certainty: 'could not rule out' };
  return { certainty: 'can', witness: request };
}
