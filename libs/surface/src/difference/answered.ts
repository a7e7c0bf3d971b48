import type { Route } from '../access/route';
import { violationsAt, type Found } from '../findings/violations';
import type { Violation } from '../findings/rule';
import { both, placeOf, type Pair } from './pairs';
import { takeovers } from './takeovers';

/** Calls that a route answers on both sides of a plan. */
export interface Answered {
  /** The route that these calls are named by: the one that is new or gone, where they change routes. */
  readonly title: string;
  readonly was: Route;
  readonly now: Route;
}

/** The calls of every route: of one that stays, and those that one that is new or gone takes over or leaves to others. */
export function answeredCalls(routes: readonly Pair<Route>[]): readonly Answered[] {
  const known = FOUND.get(routes) ?? find(routes);
  FOUND.set(routes, known);
  return known;
}

const FOUND = new WeakMap<object, readonly Answered[]>();

function find(routes: readonly Pair<Route>[]): Answered[] {
  const answers = takeovers(routes);
  const moved = routes.flatMap(({ before, after }) => {
    const one = before && after ? undefined : (after ?? before);
    return one === undefined
      ? []
      : answers(one).flatMap(({ before: was, after: now }) => (was && now ? [{ title: one.title, was, now }] : []));
  });
  // A route that goes and one that comes name the same calls.
  const once = new Map(moved.map((each) => [`${each.was.title}\n${each.now.title}\n${each.now.api.key}`, each]));
  return [
    ...both(routes).map(({ before, after }) => ({ title: after.title, was: before, now: after })),
    ...once.values(),
  ];
}

/** The violations in the calls of routes, one for each route: at the route that answers afterwards. */
export function changedCalls(routes: readonly Pair<Route>[], find: (calls: Answered) => Found): Violation[] {
  const reported = new Set<string>();
  return answeredCalls(routes).flatMap((calls) => {
    const { title, now } = calls;
    const found = reported.has(`${now.api.key} ${title}`) ? [] : violationsAt(now, title, find(calls));
    if (found.length > 0) reported.add(`${now.api.key} ${title}`);
    return found;
  });
}

/** The route that calls came to before, in a sentence about them: `it`, or the other one. */
export const earlierRoute = ({ title, was, now }: Answered): string =>
  was.title === title || placeOf(was) === placeOf(now) ? 'it' : `${was.title}, which answered it,`;

/** The route that answers calls now, where it is not the one that they are named by: ` by ANY /{proxy+}`. */
export const byOther = ({ title, now }: Answered): string => (now.title === title ? '' : ` by ${now.title}`);
