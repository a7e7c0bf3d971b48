import { accessOf, callerOf, type HttpApi, type HttpRoute, routeMatcher, type RouteMatcher } from '@gatehouse/surface';
import { type Services } from '../services';
import { httpBackend } from './backend';
import { type HttpGuard, type HttpGuardParts, httpGuards } from './guard';
import { type HttpIntegrate } from './integration';
import { RouteThrottle } from './throttle';

/** An HTTP API as it was deployed, ready to serve. */
export interface HttpDeployment {
  readonly api: HttpApi;
  readonly router: RouteMatcher<ServedHttpRoute>;
  readonly throttle: RouteThrottle;
}

export interface ServedHttpRoute {
  readonly method: string;
  /** `/reports/{id}` or `$default` */
  readonly path: string;
  readonly definition: HttpRoute;
  /** Who may call it, in the words of the review. */
  readonly caller: string;
  readonly guard: HttpGuard;
  readonly integrate: HttpIntegrate;
}

export interface HttpDeploymentParts extends HttpGuardParts {
  readonly services: Services;
}

/** Compiles what a deployment serves. */
export function createHttpDeployment(api: HttpApi, parts: HttpDeploymentParts): HttpDeployment {
  const guardOf = httpGuards(api, parts);
  const { routes } = accessOf({ apis: [], httpApis: [api], functionUrls: [], userPools: [] });
  const served = routes.map((route, index): ServedHttpRoute => {
    const definition = api.routes[index] as HttpRoute;
    return {
      method: route.method ?? 'ANY',
      path: route.path ?? '$default',
      definition,
      caller: callerOf(route).words,
      guard: guardOf(definition),
      integrate: httpBackend(definition, parts.services),
    };
  });
  return { api, router: routeMatcher(served, 'HTTP'), throttle: new RouteThrottle() };
}
