import { type NotServed } from '@gatehouse/playground/contract';
import { accessOf, callerOf, type Route, type Surface } from '@gatehouse/surface';
import { isServed } from '../../gateway';

/** What is deployed, and answers on AWS alone. */
export function notServedOf(surface: Surface): NotServed[] {
  const routes = accessOf(surface).routes.filter(({ kind }) => kind !== 'rest' && kind !== 'http');
  const keys = [...new Set(routes.map(({ api }) => api.key))];
  const withRoutes = keys.map((key) => routes.filter(({ api }) => api.key === key));
  const shown = withRoutes.flatMap(([first, ...others]) => (first ? [partOf(first, [first, ...others])] : []));
  const empty = surface.httpApis
    .filter((api) => !isServed(api) && api.routes.length === 0)
    .map(({ name }) => notServed('WebSocket API', name, []));
  return [...shown, ...empty];
}

const KINDS = { websocket: 'WebSocket API', 'function-url': 'function URL' } as const;

function partOf({ api, kind }: Route, routes: readonly Route[]): NotServed {
  return notServed(KINDS[kind as keyof typeof KINDS], api.name, routes);
}

const notServed = (kind: NotServed['kind'], name: string, routes: readonly Route[]): NotServed => ({
  ...{ kind, name, why: `Deployed, but no ${kind} is served here: call it on AWS.` },
  routes: routes.map((route) => ({ title: route.title, who: callerOf(route).words })),
});
