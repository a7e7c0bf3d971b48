import { type Route } from '@gatehouse/playground/contract';
import { accessOf, callerOf, type HttpApi, type HttpRoute, placeOf } from '@gatehouse/surface';
import { httpTargetOf, routablesOf } from '../../requests/path';
import { callersOfHttpRoute } from './callers-of-route';
import { namesOf } from './names';
import { type Candidate } from './principals';
import { guardOf, keyOf } from './route';
import { type Shown } from './shown';

/** Reads routes of HTTP APIs, each with who may call it in the words of the access table. */
export function httpRouteReader(
  shown: Shown,
  candidates: readonly Candidate[],
): (api: HttpApi, route: HttpRoute) => Route {
  const words = new Map(accessOf(shown.surface).routes.map((route) => [placeOf(route), callerOf(route)]));
  const names = namesOf(shown);
  const notes = shown.notes?.();
  return (api, route) => {
    const { by, words: who = '' } = words.get(placeOf(route)) ?? {};
    const { method = 'ANY', path = '$default' } = routablesOf(api).find(({ definition }) => definition === route) ?? {};
    const target = httpTargetOf(api, route);
    const note = notes?.get(placeOf(route));
    return {
      ...{ key: keyOf(names.api(api), { method, path }), method, path, who, ...(by !== undefined && { by }) },
      ...{ guard: guardOf(route), scopes: route.auth.scopes ?? [], apiKeyRequired: false },
      ...(note !== undefined && { note }),
      principals: callersOfHttpRoute(api, route, candidates, shown),
      ...(target && { example: { ...target, headers: {} } }),
    };
  };
}
