import type { Surface, Unknown } from '../model';
import { placeOf } from '../model/located';
import { apisOf, type Api, type KeyOf } from './api';
import { authorizersOf, type Authorizer } from './authorizer';
import { functionUrlRoute, isPublic, routesOfApi, type Route } from './route';

/** Who may call what, in the same words for every kind of API. */
export interface Access {
  readonly apis: readonly Api[];
  readonly authorizers: readonly Authorizer[];
  readonly routes: readonly Route[];
}

type Parts = Pick<Surface<Unknown>, 'apis' | 'httpApis' | 'functionUrls' | 'userPools'>;

/** Routes and function URLs that nothing guards. */
export const publicRoutes = (surface: Parts): readonly Route[] => accessOf(surface).routes.filter(isPublic);

/** Many rules ask for that of one surface. */
const BY_PLACE = new WeakMap<Parts, Access>();

/**
 * Routes of every kind of API of a surface, with guard and authorizer.
 *
 * @param keyOf what tells APIs apart; the same on both sides of a comparison @default - their places
 */
export function accessOf(surface: Parts, keyOf?: KeyOf): Access {
  if (keyOf) return readAccess(surface, keyOf);
  const known = BY_PLACE.get(surface) ?? readAccess(surface, placeOf);
  BY_PLACE.set(surface, known);
  return known;
}

function readAccess(surface: Parts, keyOf: KeyOf): Access {
  const pools = new Map(surface.userPools.map((pool) => [pool.address, pool]));
  const each = apisOf(surface, keyOf).map((api) => {
    const authorizers = authorizersOf(api, (address) => pools.get(address));
    return { api, authorizers, routes: routesOfApi(api, authorizers) };
  });
  return {
    apis: each.map(({ api }) => api),
    authorizers: each.flatMap(({ authorizers }) => authorizers),
    routes: [
      ...each.flatMap(({ routes }) => routes),
      ...surface.functionUrls.map((url) => functionUrlRoute(url, keyOf)),
    ],
  };
}
