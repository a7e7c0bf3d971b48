import { callerOf, callersOf } from '../access/caller';
import { loosenedGroups, loosenedScopes, losesApiKey } from '../access/loosened';
import type { Route } from '../access/route';
import type { Located, Surface } from '../model';
import { locatedOf, nameOf } from '../model/located';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import { byTitle } from './by-title';
import { compare, type Comparison } from './comparison';
import type { Pair } from './pairs';
import type { ReadPlans } from '../read-plans';
import { Catalog } from '../terraform/catalog';
import { hasMore, holdersInWords, scopeHolders } from './scope-holders';
import { stayingRoutes, type StayingRoutes } from './staying-routes';
import { routesOfUnseen, UNSEEN, unseenBodies, type UnseenBodies } from './unseen-bodies';

/** A route whose callers change. */
export interface AccessChange extends Located {
  readonly route: string;
  /** Name of its API, or of the function that a URL calls. */
  readonly api: string;
  readonly kind: Route['kind'];
  /** Who may call it; absent: there is no such route. Of one that is removed and that they still reach: they. */
  readonly before?: string;
  readonly after?: string;
  readonly effect: 'opened' | 'loosened' | 'closed' | 'changed' | 'unclear' | 'new' | 'removed';
  readonly publicReason?: string;
  /** Who, by its author, signs the requests of an IAM route. */
  readonly iamCallers?: string;
  /** Whom, by its author, the Lambda authorizer of a route lets in. */
  readonly customCallers?: string;
}

/** Which routes change who may call them, worst first. What only answers preflights is left out. */
export function accessChanges(read: ReadPlans): AccessChange[] {
  const comparison = compare(read);
  const staying = stayingCallers(comparison);
  const unseen = unseenBodies(comparison);
  const [had, have] = [scopeHolders(comparison.before), scopeHolders(comparison.after)];
  const rows = comparison.callable.flatMap(byTitle).flatMap((pair) => {
    const own = changeOf(pair, staying, unseen);
    return own.length > 0 ? own : keyChangeOf(pair, had, have);
  });
  return [...rows, ...routesOfUnseen(unseen)].sort(
    (a, b) => RANK[a.effect] - RANK[b.effect] || inOrder(a.api, b.api) || inOrder(a.route, b.route),
  );
}

/** The same between two surfaces that are wholly known, without a plan. */
export const accessChangesBetween = (before: Surface, after: Surface): AccessChange[] =>
  accessChanges({ before, after, resources: { before: NO_RESOURCES, after: NO_RESOURCES }, complete: true, plans: [] });

const NO_RESOURCES = new Catalog([]);

/** Names of the APIs before and after: rows name theirs where there are several. */
export const apiNames = (read: ReadPlans): string[] =>
  [...new Set(compare(read).apis.map(({ before, after }) => (after ?? before)?.name ?? ''))].sort(inOrder);

const RANK: Readonly<Record<AccessChange['effect'], number>> = {
  opened: 0,
  loosened: 1,
  unclear: 2,
  new: 3,
  changed: 4,
  closed: 5,
  removed: 6,
};

function changeOf(
  { before, after }: Pair<Route>,
  staying: ReadonlyMap<Route, string>,
  unseen: UnseenBodies,
): AccessChange[] {
  const one = after ?? before;
  if (!one || (one.preflight && (before?.preflight ?? true))) return [];
  const hides = before !== undefined && !after && unseen.had(before);
  const effect = hides ? 'unclear' : effectOf(before, after);
  if (effect === undefined) return [];
  const [was, now = before && (hides ? UNSEEN : staying.get(before))] =
    before && after ? callersOf(before, after) : [before, after].map((route) => route && callerOf(route).words);
  return [
    {
      ...locatedOf(one),
      route: one.title,
      api: one.api.name,
      kind: one.kind,
      ...(was === undefined ? {} : { before: was }),
      ...(now === undefined ? {} : { after: now }),
      effect,
      ...optional('publicReason', after && callerOf(after).open ? one.publicReason : undefined),
      ...optional('iamCallers', isGuardedBy('iam', after) ? one.iamCallers : undefined),
      ...optional('customCallers', isGuardedBy('custom', after) ? one.customCallers : undefined),
    },
  ];
}

/** A route that stays as it is, for which more clients can get a token. */
function keyChangeOf({ before, after }: Pair<Route>, had: HoldersOf, have: HoldersOf): AccessChange[] {
  if (!before || !after) return [];
  const [was, now] = [had(before), have(after)];
  if (!was || !now || !hasMore(was, now)) return [];
  return [
    {
      ...locatedOf(after),
      route: after.title,
      api: after.api.name,
      kind: after.kind,
      before: holdersInWords(was, before),
      after: holdersInWords(now, after),
      effect: 'loosened',
    },
  ];
}

type HoldersOf = ReturnType<typeof scopeHolders>;

/** Who still reaches a route that the plan takes out of the code, unless what applies the plan finishes it. */
const stayingCallers = (comparison: Comparison): ReadonlyMap<Route, string> =>
  new Map(
    stayingRoutes(comparison)
      .filter(({ deployment }) => deployment === undefined || !comparison.deploysAgain)
      .flatMap((staying) => staying.routes.map((route) => [route, `${callerOf(route).words}, ${untilWhen(staying)}`])),
  );

const untilWhen = ({ why, stages = [] }: StayingRoutes): string =>
  why === 'forgotten'
    ? 'unmanaged'
    : why === 'pinned'
      ? `on stage ${stages.map(nameOf).join(' and ')}`
      : 'until it is deployed again';

const isGuardedBy = (kind: 'custom' | 'iam', route: Route | undefined): boolean =>
  route !== undefined && !isUnknown(route.guard) && route.guard.kind === kind;

function effectOf(before: Route | undefined, after: Route | undefined): AccessChange['effect'] | undefined {
  if (!after) return 'removed';
  if (!before) return 'new';
  const [was, now] = [callerOf(before), callerOf(after)];
  // The same unknown on both sides of a route that nothing touches is no change.
  if (was.identity === now.identity && (was.open === undefined) === (now.open === undefined)) return undefined;
  if (now.open === undefined) return 'unclear';
  if (now.open && (!was.open || (was.from !== undefined && now.from === undefined))) return 'opened';
  if (losesApiKey(before, after) || loosenedScopes(before, after) || loosenedGroups(before, after)) return 'loosened';
  return was.open && !now.open ? 'closed' : 'changed';
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
