import { type RestApi, type RestRoute, routeMatcher } from '@gatehouse/surface';

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
export function targetOf(api: RestApi, route: RestRoute): Target | undefined {
  const match = routeMatcher(api.routes, 'REST');
  const methods = route.method === 'ANY' ? VERBS : [route.method];
  const targets = methods.flatMap((method) =>
    VALUES.map((value) => ({ method, path: route.path.replaceAll(/\{[^}]+\}/g, value) })),
  );
  return targets.find(({ method, path }) => match(method, path)?.route === route);
}

/** Path that no route answers; undefined when some route answers every one. */
export function nowhere(api: RestApi): Target | undefined {
  const match = routeMatcher(api.routes, 'REST');
  const targets = ['/nowhere', '/nowhere/at/all'].map((path) => ({ method: 'GET', path }));
  return targets.find(({ method, path }) => match(method, path) === undefined);
}

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Of path parameters. */
const VALUES = ['1', 'a', 'any-value'];
