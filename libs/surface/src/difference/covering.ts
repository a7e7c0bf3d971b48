import type { AnyRoute } from './routes';

/** Which routes answer the calls of a route that is gone: `ANY` and greedy ones take them over. */
export function coveredBy(gone: AnyRoute, routes: readonly AnyRoute[]): AnyRoute | undefined {
  const { method, path } = gone;
  if (method === undefined || path === undefined) return undefined;
  const asked = path.replaceAll(/\{[^}]*\}/g, 'x');
  const fitting = routes.filter(
    (route) =>
      route.api.key === gone.api.key &&
      (route.method === method || route.method === 'ANY') &&
      route.path !== undefined &&
      patternOf(route.path).test(asked),
  );
  return fitting.sort((a, b) => rank(b, method) - rank(a, method))[0];
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
