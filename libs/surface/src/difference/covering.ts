import { groupBy } from './pairs';
import type { AnyRoute } from './routes';

/**
 * Which route answers the calls of a route that has none of its own: `ANY`, greedy paths and path variables take over.
 *
 * @returns a function to ask for each route
 */
export function coverage(routes: readonly AnyRoute[]): (gone: AnyRoute) => AnyRoute | undefined {
  // A literal route of one method answers only itself, and that one is found by its name.
  const wide = routes.flatMap((route) =>
    route.path !== undefined && (route.method === 'ANY' || route.path.includes('{'))
      ? [{ route, pattern: patternOf(route.path) }]
      : [],
  );
  const byApi = groupBy(wide, ({ route }) => route.api.key);
  return ({ api, method, path }) => {
    if (method === undefined || path === undefined) return undefined;
    const asked = path.replaceAll(/\{[^}]*\}/g, 'x');
    let best: AnyRoute | undefined;
    for (const { route, pattern } of byApi.get(api.key) ?? []) {
      if ((route.method !== method && route.method !== 'ANY') || !pattern.test(asked)) continue;
      if (best === undefined || rank(route, method) > rank(best, method)) best = route;
    }
    return best;
  };
}

function patternOf(path: string): RegExp {
  const parts = path.split(/(\{[^}]*\})/).map((part) => {
    if (part.endsWith('+}')) return '.*';
    return part.startsWith('{') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** API Gateway takes the most specific path, and of one path the method itself before `ANY`. */
const rank = ({ path = '', method }: AnyRoute, wanted: string): number =>
  path
    .split('/')
    .reduce((sum, part) => sum * 3 + (part.endsWith('+}') ? 0 : part.startsWith('{') ? 1 : 2), 1) *
    2 +
  Number(method === wanted);
