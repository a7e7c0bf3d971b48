import {
  type HttpApi,
  type HttpRoute,
  type RestApi,
  type RestRoute,
  type Routable,
  routeMatcher,
} from '@gatehouse/surface';

/** What a caller would ask for to reach a route. */
export interface Target {
  readonly method: string;
  readonly path: string;
}

/**
 * A verb and a path that API Gateway answers by this route and by no other one.
 *
 * @returns undefined when other routes take every one that was tried
 */
export const targetOf = (api: RestApi, route: RestRoute): Target | undefined => targetIn(api.routes, route, 'REST');

/** The same of an HTTP API. */
export function httpTargetOf(api: HttpApi, route: HttpRoute): Target | undefined {
  const routes = routablesOf(api);
  const found = routes.find(({ definition }) => definition === route);
  return found && targetIn(routes, found, 'HTTP');
}

/** Path that no route answers; undefined when some route answers every one. */
export const nowhere = (api: RestApi): Target | undefined => nowhereIn(api.routes, 'REST');

/** The same of an HTTP API. */
export const httpNowhere = (api: HttpApi): Target | undefined => nowhereIn(routablesOf(api), 'HTTP');

/** Routes of an HTTP API by verb and path: `$default` is a path of its own. */
export const routablesOf = ({ routes }: HttpApi) =>
  routes.map((definition) => {
    const [method = '', path] = definition.routeKey.split(' ');
    return path === undefined ? { method: 'ANY', path: method, definition } : { method, path, definition };
  });

type Precedence = Parameters<typeof routeMatcher>[1];

function targetIn<R extends Routable>(routes: readonly R[], route: R, precedence: Precedence): Target | undefined {
  const match = routeMatcher(routes, precedence);
  const methods = route.method === 'ANY' ? VERBS : [route.method];
  const path = route.path === '$default' ? '/{anything}' : route.path;
  const targets = methods.flatMap((method) =>
    VALUES.map((value) => ({ method, path: path.replaceAll(/\{[^}]+\}/g, value) })),
  );
  return targets.find((target) => match(target.method, target.path)?.route === route);
}

function nowhereIn(routes: readonly Routable[], precedence: Precedence): Target | undefined {
  const match = routeMatcher(routes, precedence);
  const targets = ['/nowhere', '/nowhere/at/all'].map((path) => ({ method: 'GET', path }));
  return targets.find(({ method, path }) => match(method, path) === undefined);
}

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Of path parameters. */
const VALUES = ['1', 'a', 'any-value'];
