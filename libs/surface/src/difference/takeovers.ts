import { routeMatcher, segmentsOf, type RouteMatcher } from '../access/match-route';
import type { Route } from '../access/route';
import { groupBy } from '../group-by';
import type { Pair } from './pairs';

/**
 * Who answers the calls of a route that is only on one side: `ANY`, greedy paths and path variables take over from others.
 *
 * @returns for each kind of call which route answered it before, and which does after; one of the two is the route itself
 */
export function takeovers(pairs: readonly Pair<Route>[]): (route: Route) => readonly Pair<Route>[] {
  const byApi = groupBy(pairs, ({ before, after }) => (before ?? after)?.api.key);
  const tables = new Map<string, Table>();
  return (route) => {
    const { method, path } = route;
    if (!isRouted(route) || method === undefined || path === undefined) return [];
    const { key } = route.api;
    const table = tables.get(key) ?? tableOf(byApi.get(key) ?? []);
    tables.set(key, table);
    const found = new Map<string, Pair<Route>>();
    for (const verb of method === 'ANY' ? table.methods : [method]) {
      for (const call of callsOf(path, table.depth)) {
        const [before, after] = [table.before(verb, call)?.route, table.after(verb, call)?.route];
        if (before !== route && after !== route) continue;
        const pair = { ...(before && { before }), ...(after && { after }) };
        found.set(`${before?.title} ${after?.title}`, pair);
      }
    }
    return [...found.values()];
  };
}

type Routed = Route & { readonly method: string; readonly path: string };

const isRouted = (route: Route | undefined): route is Routed => route?.method !== undefined && route.path !== undefined;

interface Table {
  readonly before: RouteMatcher<Routed>;
  readonly after: RouteMatcher<Routed>;
  readonly methods: readonly string[];
  /** Segments of the longest path. */
  readonly depth: number;
}

function tableOf(pairs: readonly Pair<Route>[]): Table {
  const before = pairs.map((pair) => pair.before).filter(isRouted);
  const after = pairs.map((pair) => pair.after).filter(isRouted);
  const all = [...before, ...after];
  const precedence = all[0]?.kind === 'http' ? 'HTTP' : 'REST';
  return {
    before: routeMatcher(before, precedence),
    after: routeMatcher(after, precedence),
    methods: [...new Set(['ANY', ...all.map(({ method }) => method)])],
    depth: Math.max(...all.map(({ path }) => segmentsOf(path).length)),
  };
}

/** Paths that a template answers, one for each length up to where all other templates have ended. */
function callsOf(template: string, depth: number): readonly string[] {
  if (template === '$default') return ['/', ...callsOf('/{default+}', depth)];
  const path = template.replaceAll(/\{[^}+]*\}/g, OTHER);
  if (!path.endsWith('+}')) return [path];
  const parent = path.slice(0, path.lastIndexOf('/'));
  const lengths = Math.max(1, depth + 1 - segmentsOf(parent).length);
  return Array.from({ length: lengths }, (_, more) => parent + `/${OTHER}`.repeat(more + 1));
}

/** A segment that no route names. */
const OTHER = '\0';
