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

/** @param keyOf what tells APIs apart; the same on both sides of a comparison */
export function accessOf(surface: Parts, keyOf: KeyOf = placeOf): Access {
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
