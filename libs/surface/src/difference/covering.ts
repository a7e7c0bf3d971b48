import type { AnyRoute } from './routes';

/** Which routes answer the calls of a route that is gone: `ANY` and greedy ones take them over. */
export function coveredBy(gone: AnyRoute, routes: readonly AnyRoute[]): AnyRoute | undefined {
  const { method, path } = gone;
  if (method === undefined || path === undefined) return undefined;
  const asked = path.replaceAll(/\{[^}]*\}/g, 'x');
  const fitting = (answersOf(routes).get(gone.api.key) ?? []).filter(
    (answer) => (answer.route.method === method || answer.route.method === 'ANY') && answer.fits(asked),
  );
  return fitting.map(({ route }) => route).sort((a, b) => rank(b, method) - rank(a, method))[0];
}

interface Answer {
  readonly route: AnyRoute;
  readonly fits: (path: string) => boolean;
}

/** By API; once for a list of routes, because every route of a plan may ask. */
const known = new WeakMap<readonly AnyRoute[], ReadonlyMap<string, readonly Answer[]>>();

function answersOf(routes: readonly AnyRoute[]): ReadonlyMap<string, readonly Answer[]> {
  const done = known.get(routes);
  if (done) return done;
  const answers = new Map<string, Answer[]>();
  for (const route of routes) {
    const { path, api } = route;
    if (path === undefined) continue;
    const pattern = path.includes('{') ? patternOf(path) : undefined;
    const fits = pattern ? (asked: string) => pattern.test(asked) : (asked: string) => asked === path;
    const same = answers.get(api.key);
    if (same) same.push({ route, fits });
    else answers.set(api.key, [{ route, fits }]);
  }
  known.set(routes, answers);
  return answers;
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
