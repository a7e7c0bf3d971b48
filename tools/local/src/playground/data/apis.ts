import { accessOf, callerOf, placeOf, type RestApi, type RestRoute } from '@gatehouse/surface';
import { type Api, type ExampleRequest, type Principal, type Route } from '@gatehouse/playground/contract';
import { bodiesOf } from '../../requests/body';
import { targetOf } from '../../requests/path';
import { requiredParameters } from '../../requests/required-parameters';
import { verdictOf } from '../../smoke/expected';
import { isPreflight } from '../../smoke/route-checks';
import { namesOf } from './names';
import { ANYONE, type Candidate, candidatesOf } from './principals';
import { type Shown } from './shown';

/** Routes of every REST API, and who gets in. */
export interface Callable {
  readonly apis: readonly Api[];
  /** Roles that may call nothing are left out. */
  readonly principals: readonly Principal[];
}

export function callableOf(shown: Shown): Callable {
  const candidates = candidatesOf(shown);
  const words = new Map(accessOf(shown.surface).routes.map((route) => [placeOf(route), callerOf(route)]));
  const names = namesOf(shown);
  const authorizers = new Map<string, Principal>();
  const apis = shown.surface.apis.map((api): Api => {
    const name = names.api(api);
    const bodies = bodiesOf(api);
    const routes = api.routes.filter((route) => !isPreflight(route));
    return {
      ...{ id: api.id, name },
      stages: api.stages.map((stage) => ({ name: stage.name, url: `${shown.gateway.urlOf(api)}/${stage.name}` })),
      routes: routes.map((route): Route => {
        const { by, words: who = '' } = words.get(placeOf(route)) ?? {};
        const example = exampleOf(api, route, bodies(route));
        const authorizer = authorizerOf(api, route);
        if (authorizer) authorizers.set(authorizer.id, authorizer);
        return {
          ...{ key: `${name} ${route.method} ${route.path}`, method: route.method, path: route.path },
          ...{ who, ...(by !== undefined && { by }), guard: guardOf(route) },
          ...{ scopes: route.auth.scopes ?? [], apiKeyRequired: route.apiKeyRequired },
          principals: authorizer ? [authorizer.id] : getIn(api, route, candidates, shown),
          ...(example && { example }),
        };
      }),
    };
  });
  const seen = new Set(apis.flatMap(({ routes }) => routes.flatMap(({ principals }) => principals)));
  const principals = candidates
    .map(({ principal }) => principal)
    .filter(({ id, kind }) => kind !== 'role' || seen.has(id));
  return { apis, principals: [...principals, ...authorizers.values()] };
}

/** `jwt` is a guard of HTTP APIs, which are not here. */
const guardOf = ({ auth }: RestRoute): Route['guard'] => (auth.kind === 'jwt' ? 'cognito' : auth.kind);

function exampleOf(
  api: RestApi,
  route: RestRoute,
  bodies: ReturnType<ReturnType<typeof bodiesOf>>,
): ExampleRequest | undefined {
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

/** Whom a Lambda authorizer allows is its own affair. */
function authorizerOf(api: RestApi, { auth }: RestRoute): Principal | undefined {
  if (auth.kind !== 'custom') return undefined;
  const authorizer = api.authorizers.find(({ id }) => id === auth.authorizerId);
  const id = `authorizer ${authorizer ? placeOf(authorizer) : auth.authorizerId}`;
  const name = `Whom Lambda authorizer ${authorizer?.name ?? auth.authorizerId} allows`;
  return { id, kind: 'authorizer', name, scopes: [] };
}

/** Ids of those who may call the route on some stage of the API. */
function getIn(api: RestApi, route: RestRoute, candidates: readonly Candidate[], { boundary = '', surface }: Shown) {
  const target = targetOf(api, route) ?? { method: 'GET', path: route.path };
  const authorizer = api.authorizers.find(({ id }) => id === route.auth.authorizerId);
  const found = candidates.filter(({ principal, shows }) => {
    // A signature is for IAM routes; others do not look at it.
    if (principal.id !== ANYONE && (shows.signs !== undefined) !== (route.auth.kind === 'iam')) return false;
    return api.stages.some((stage) => {
      const verdict = verdictOf({ api, stage, route, target, authorizer }, shows, { surface, boundary });
      // An API key is no guard: it does not say who calls.
      return verdict === 'let in' || verdict === 'forbidden';
    });
  });
  const ids = found.map(({ principal }) => principal.id);
  return ids.includes(ANYONE) ? [ANYONE] : ids;
}
