import type { Route } from '../access/route';
import type { Violation } from '../findings/rule';
import { violationsAt, type Found, type Named } from '../findings/violations';
import { nameOf } from '../model/located';
import { both, type Pair } from './pairs';

/** The violations of what is on both sides, called by kind and name: `user pool people`. */
export const changed = <T extends Named>(
  kind: string,
  things: readonly Pair<T>[],
  find: (before: T, after: T, name: string) => Found | readonly Found[],
): Violation[] =>
  both(things).flatMap(({ before, after }) => {
    const name = nameOf(after);
    return violationsAt(after, `${kind} ${name}`, find(before, after, name));
  });

/** The same of routes, which are called by their titles. */
export const changedRoutes = (
  routes: readonly Pair<Route>[],
  find: (before: Route, after: Route) => Found,
): Violation[] => both(routes).flatMap(({ before, after }) => violationsAt(after, after.title, find(before, after)));
