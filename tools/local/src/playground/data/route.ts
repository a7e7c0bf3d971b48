import { type ExampleRequest, type Route } from '@gatehouse/playground/contract';
import { accessOf, callerOf, placeOf, type RestApi, type RestRoute } from '@gatehouse/surface';
import { type Bodies } from '../../requests/body';
import { targetOf } from '../../requests/path';
import { requiredParameters } from '../../requests/required-parameters';
import { callersOfRoute } from './callers-of-route';
import { namesOf } from './names';
import { type Candidate } from './principals';
import { type Shown } from './shown';

type ReadRoute = (api: RestApi, route: RestRoute, bodies: Bodies | undefined) => Route;

/** Reads routes, each with who may call it in the words of the access table. */
export function routeReader(shown: Shown, candidates: readonly Candidate[]): ReadRoute {
  const words = new Map(accessOf(shown.surface).routes.map((route) => [placeOf(route), callerOf(route)]));
  const names = namesOf(shown);
  const notes = shown.notes?.();
  return (api, route, bodies) => {
    const { apiKeyRequired, auth, method, path } = route;
    const { by, words: who = '' } = words.get(placeOf(route)) ?? {};
    const example = exampleOf(api, route, bodies);
    const note = notes?.get(placeOf(route));
    return {
      ...{ key: keyOf(names.api(api), route), method, path, who, ...(by !== undefined && { by }) },
      ...{ guard: guardOf(route), scopes: auth.scopes ?? [], apiKeyRequired, ...(note !== undefined && { note }) },
      principals: callersOfRoute(api, route, candidates, shown),
      ...(example && { example }),
    };
  };
}

/** Unique among all routes. */
export const keyOf = (api: string, { method, path }: Pick<RestRoute, 'method' | 'path'>): string =>
  `${api} ${method} ${path}`;

/** A JWT authorizer takes tokens of a pool too. */
export const guardOf = ({ auth }: Pick<RestRoute, 'auth'>): Route['guard'] =>
  auth.kind === 'jwt' ? 'cognito' : auth.kind;

function exampleOf(api: RestApi, route: RestRoute, bodies: Bodies | undefined): ExampleRequest | undefined {
  const target = targetOf(api, route);
  if (target === undefined) return undefined;
  const { headers, query } = requiredParameters(route);
  return {
    ...{ method: target.method, path: `${target.path}${query}` },
    headers: { ...headers, ...(bodies && { 'Content-Type': bodies.contentType }) },
    ...(bodies?.good !== undefined && { body: bodies.good }),
    ...(bodies?.bad !== undefined && { badBody: bodies.bad }),
  };
}
