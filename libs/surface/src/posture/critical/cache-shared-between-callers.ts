import { groupBy } from '../../group-by';
import type { MethodSettings, RestRoute, Stage, Unknown } from '../../model';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';
import { titleOf } from '../../access/route';

export const cacheSharedBetweenCallers = postureRule({
  id: 'cache-shared-between-callers',
  severity: 'critical',
  title: 'Cache shared between callers',
  why: 'A stage’s cache is keyed by path and by the parameters that are cache keys, not by caller: the response to the first caller goes to everyone else who passes the authorizer.',
  remediation:
    'Do not cache guarded routes (caching_enabled = false for their method path), or make the Authorization header a cache key.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  find: ({ apis }) =>
    apis.flatMap(({ routes, stages }) => [
      ...routes
        .filter((route) => isGuarded(route) && keysAreShared(route))
        .flatMap((route) => {
          const stage = stages.find((each) => each.cacheCluster === true && isCached(route, each));
          if (!stage) return [];
          const message = `Callers on stage ${nameOf(stage)} can receive the responses of other callers.`;
          return [{ at: route, subject: titleOf(route), message }];
        }),
      ...sharedNamespaces(routes, stages),
    ]),
});

/** Public routes that cache where guarded routes of another path do. */
function sharedNamespaces(routes: readonly RestRoute<Unknown>[], stages: readonly Stage<Unknown>[]): Violation[] {
  const cached = stages.filter(({ cacheCluster }) => cacheCluster === true);
  if (cached.length === 0) return [];
  const guarded = groupBy(routes.filter(isGuarded), namespaceOf);
  return routes.filter(isOpen).flatMap((route) => {
    const namespace = namespaceOf(route);
    const others = namespace === undefined ? [] : (guarded.get(namespace) ?? []).filter((each) => isApart(each, route));
    for (const stage of others.length === 0 ? [] : cached.filter((each) => isCached(route, each))) {
      const other = others.find((each) => isCached(each, stage));
      if (other === undefined) continue;
      const message = `Anyone who calls it on stage ${nameOf(stage)} can receive cached responses of ${titleOf(other)}: both routes cache in one namespace.`;
      return [{ at: route, subject: titleOf(route), message, remediation: OWN_NAMESPACE }];
    }
    return [];
  });
}

const OWN_NAMESPACE = 'Give the public route a cache_namespace of its own, or leave the argument out.';

const isOpen = ({ auth }: RestRoute<Unknown>): boolean => !isUnknown(auth) && auth.kind === 'none';

const isApart = (a: RestRoute<Unknown>, b: RestRoute<Unknown>): boolean =>
  !isUnknown(a.path) && !isUnknown(b.path) && a.path !== b.path;

const namespaceOf = ({ integration }: RestRoute<Unknown>): string | undefined => {
  const namespace = integration?.cacheNamespace;
  return isUnknown(namespace) || integration?.type === 'MOCK' ? undefined : namespace;
};

const isGuarded = ({ auth }: RestRoute<Unknown>): boolean => !isUnknown(auth) && auth.kind !== 'none';

/** Headers and mapped values may tell callers apart; paths and query strings do not. */
function keysAreShared({ integration }: RestRoute<Unknown>): boolean {
  if (!integration || integration.type === 'MOCK' || isUnknown(integration.type)) return false;
  const keys = integration.cacheKeyParameters ?? [];
  return !isUnknown(keys) && keys.every((key) => !isUnknown(key) && /^method\.request\.(path|querystring)\./.test(key));
}

/** Settings of the method itself go first; those of all methods cache `GET` only. */
function isCached({ method, path }: RestRoute<Unknown>, { methodSettings }: Stage<Unknown>): boolean {
  if (isUnknown(method) || isUnknown(path)) return false;
  if (methodSettings.some(({ methodPath }) => isUnknown(methodPath))) return false;
  const of = (wanted: string): MethodSettings<Unknown> | undefined =>
    methodSettings.find(({ methodPath }) => methodPath === wanted);
  const own = of(`${path.replace(/^\//, '')}/${method}`) ?? of(`${path.replaceAll('/', '~1')}/${method}`);
  return own ? own.caching === true : method === 'GET' && of('*/*')?.caching === true;
}
