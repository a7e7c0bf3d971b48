import {
  type Finding,
  type Located,
  type ReadPlans,
  type Surface,
  type Unknown,
  isUnknown,
} from '@gatehouse/surface';
import { placeOf, placesOfMoves } from '../build/place';
import type { AccessRow } from '../model/review';
import { callables, type Callable } from './callable';

/**
 * Which routes change who may call them: what a reviewer sees first. Preflights are left out.
 *
 * @param findings what the rules say of the change, suppressed or not
 */
export function accessRows(
  { before, after, plans }: ReadPlans,
  findings: readonly Finding[] = [],
): AccessRow[] {
  const looser = new Set(findings.filter(({ rule }) => LOOSENS.has(rule)).map(placeOf));
  const moves = placesOfMoves({ plans });
  const names = sameNames(before, after, moves);
  const was = byKey(
    callables(before, (api) => names.get(placeOf(api)) ?? moves.get(placeOf(api)) ?? placeOf(api)),
  );
  const becomes = byKey(callables(after, placeOf));
  const rows: AccessRow[] = [];
  for (const [key, callable] of becomes) {
    const row = rowOf(was.get(key), callable);
    if (row?.effect === 'changed' && looser.has(placeOf(row))) rows.push({ ...row, effect: 'loosened' });
    else if (row) rows.push(row);
  }
  for (const [key, callable] of was) {
    if (!becomes.has(key) && !callable.preflight) rows.push(rowOf(callable, undefined) as AccessRow);
  }
  return rows.sort(
    (a, b) => RANK[a.effect] - RANK[b.effect] || order(a.api, b.api) || order(a.route, b.route),
  );
}

const RANK: Readonly<Record<AccessRow['effect'], number>> = {
  opened: 0,
  loosened: 1,
  unclear: 2,
  new: 3,
  changed: 4,
  closed: 5,
  removed: 6,
};

/** Rules that compare two guards, and tell that the new one lets more callers in. */
const LOOSENS: ReadonlySet<string> = new Set(['scope-loosened', 'api-key-dropped']);

function rowOf(before: Callable | undefined, after: Callable | undefined): AccessRow | undefined {
  const one = after ?? before;
  if (!one || (one.preflight && (before?.preflight ?? true))) return undefined;
  if (before && after && before.caller.identity === after.caller.identity && isClear(before, after))
    return undefined;
  const alike = before && after && before.caller.words === after.caller.words;
  const same = alike && before.caller.by === after.caller.by;
  return {
    route: one.route,
    api: one.api,
    kind: one.kind,
    ...(before ? { before: wordsOf(before, alike) } : {}),
    ...(after ? { after: `${wordsOf(after, alike)}${same ? ', checked in another way' : ''}` } : {}),
    effect: effectOf(before, after),
    ...(one.publicReason !== undefined && after?.caller.open ? { publicReason: one.publicReason } : {}),
    ...locatedOf(one.at),
  };
}

/** The same unknown on both sides of a route that nothing touches is no change. */
const isClear = (before: Callable, after: Callable): boolean =>
  (before.caller.open === undefined) === (after.caller.open === undefined);

const wordsOf = ({ caller }: Callable, alike: boolean | undefined): string =>
  alike && caller.by !== undefined ? `${caller.words}, ${caller.by}` : caller.words;

function effectOf(before: Callable | undefined, after: Callable | undefined): AccessRow['effect'] {
  if (!after) return 'removed';
  if (!before) return 'new';
  if (after.caller.open === undefined) return 'unclear';
  if (after.caller.open) return before.caller.open ? 'changed' : 'opened';
  return before.caller.open ? 'closed' : 'changed';
}

/** Two of the same route in one API cannot be; if a plan says so, both are shown. */
function byKey(all: readonly Callable[]): ReadonlyMap<string, Callable> {
  const found = new Map<string, Callable>();
  for (const callable of all) {
    let key = callable.key;
    while (found.has(key)) key += '\n';
    found.set(key, callable);
  }
  return found;
}

/** An API that is deleted at one address and created at another is for its callers the one with the same name. */
function sameNames(
  before: Surface<Unknown>,
  after: Surface<Unknown>,
  moves: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const kind of ['apis', 'httpApis'] as const) {
    const places = new Set(after[kind].map(placeOf));
    const old = new Set(before[kind].map((api) => moves.get(placeOf(api)) ?? placeOf(api)));
    for (const api of before[kind]) {
      if (places.has(moves.get(placeOf(api)) ?? placeOf(api)) || isUnknown(api.name)) continue;
      const alike = after[kind].filter((other) => other.name === api.name && !old.has(placeOf(other)));
      if (alike.length === 1 && alike[0]) found.set(placeOf(api), placeOf(alike[0]));
    }
  }
  return found;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Parts of a surface say more of themselves than where they are. */
const locatedOf = ({ address, stack, constructPath, source }: Located): Located => ({
  address,
  ...(stack === undefined ? {} : { stack }),
  ...(constructPath === undefined ? {} : { constructPath }),
  ...(source === undefined ? {} : { source }),
});
