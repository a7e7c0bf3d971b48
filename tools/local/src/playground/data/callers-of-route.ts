import { type Principal } from '@gatehouse/playground/contract';
import { type HttpApi, type HttpRoute, placeOf, type RestApi, type RestRoute, type Surface } from '@gatehouse/surface';
import { isServed } from '../../gateway';
import { httpTargetOf, targetOf } from '../../requests/path';
import { verdictOf } from '../../smoke/expected';
import { httpVerdictOf } from '../../smoke/http-expected';
import { ANYONE, type Candidate } from './principals';
import { type Shown } from './shown';

/** Ids of those who may call a route on some stage of its API; where anyone may, of `anyone` alone. */
export function callersOfRoute(
  api: RestApi,
  route: RestRoute,
  candidates: readonly Candidate[],
  { boundary = '', surface }: Shown,
): string[] {
  if (route.auth.kind === 'custom') return [idOf(api, route)];
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

/** Those whom Lambda authorizers of some route allow: who that is, is their own affair. */
export function authorizersOf({ apis, httpApis }: Pick<Surface, 'apis' | 'httpApis'>): Principal[] {
  const found = [...apis, ...httpApis.filter(isServed)].flatMap((api) =>
    (api.routes as readonly Guarded[])
      .filter(({ auth }) => auth.kind === 'custom')
      .map((route): [string, Principal] => {
        const id = idOf(api, route);
        const { name = route.auth.authorizerId } = authorizerOf(api, route) ?? {};
        return [id, { id, kind: 'authorizer', name: `Whom Lambda authorizer ${name} allows`, scopes: [] }];
      }),
  );
  return [...new Map(found).values()];
}

/** The same of an HTTP API. */
export function callersOfHttpRoute(
  api: HttpApi,
  route: HttpRoute,
  candidates: readonly Candidate[],
  { boundary = '', surface }: Shown,
): string[] {
  if (route.auth.kind === 'custom') return [idOf(api, route)];
  const target = httpTargetOf(api, route) ?? { method: 'GET', path: '/' };
  const authorizer = api.authorizers.find(({ id }) => id === route.auth.authorizerId);
  const found = candidates.filter(({ principal, shows }) => {
    if (principal.id !== ANYONE && (shows.signs !== undefined) !== (route.auth.kind === 'iam')) return false;
    return api.stages.some(
      (stage) => httpVerdictOf({ api, stage, route, target, authorizer }, shows, { surface, boundary }) === 'let in',
    );
  });
  const ids = found.map(({ principal }) => principal.id);
  return ids.includes(ANYONE) ? [ANYONE] : ids;
}

type Guarded = Pick<RestRoute | HttpRoute, 'auth'>;
type Authorizing = {
  readonly authorizers: readonly { readonly id: string; readonly name: string; readonly address: string }[];
};

const authorizerOf = ({ authorizers }: Authorizing, { auth }: Guarded) =>
  authorizers.find(({ id }) => id === auth.authorizerId);

function idOf(api: Authorizing, route: Guarded): string {
  const authorizer = authorizerOf(api, route);
  return `authorizer ${authorizer ? placeOf(authorizer) : route.auth.authorizerId}`;
}
