import { type Api, type Principal } from '@gatehouse/playground/contract';
import { type HttpApi, type RestApi } from '@gatehouse/surface';
import { stageUrl } from '@gatehouse/terraform';
import { isServed } from '../../gateway';
import { bodiesOf } from '../../requests/body';
import { isPreflight } from '../../smoke/route-checks';
import { authorizersOf } from './callers-of-route';
import { httpRouteReader } from './http-route';
import { namesOf } from './names';
import { candidatesOf } from './principals';
import { routeReader } from './route';
import { type Shown } from './shown';

/** Routes of every REST and HTTP API, and who gets in. */
export interface Callable {
  readonly apis: readonly Api[];
  /** Roles that may call nothing are left out. */
  readonly principals: readonly Principal[];
}

export function callableOf(shown: Shown): Callable {
  const candidates = candidatesOf(shown);
  const read = routeReader(shown, candidates);
  const names = namesOf(shown);
  const part = (api: RestApi | HttpApi): Omit<Api, 'routes'> => ({
    ...{ id: api.id, name: names.api(api) },
    stages: api.stages.map((stage) => ({ name: stage.name, url: stageUrl(shown.gateway.urlOf(api), stage) })),
  });
  const rest = shown.surface.apis.map((api): Api => {
    const bodies = bodiesOf(api);
    return { ...part(api), routes: routesOf(api).map((route) => read(api, route, bodies(route))) };
  });
  const readHttp = httpRouteReader(shown, candidates);
  const http = shown.surface.httpApis
    .filter(isServed)
    .map((api): Api => ({ ...part(api), routes: api.routes.map((route) => readHttp(api, route)) }));
  const apis = [...rest, ...http];
  const principals = [...candidates.map(({ principal }) => principal), ...authorizersOf(shown.surface)];
  const seen = new Set(apis.flatMap(({ routes }) => routes.flatMap((route) => route.principals)));
  return { apis, principals: principals.filter(({ id, kind }) => kind !== 'role' || seen.has(id)) };
}

/** Without what API Gateway itself answers to a browser. */
const routesOf = ({ routes }: RestApi): RestApi['routes'] => routes.filter((route) => !isPreflight(route));
