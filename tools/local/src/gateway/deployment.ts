import { accessOf, callerOf, type RestApi, type RestRoute, routeMatcher, type RouteMatcher } from '@gatehouse/surface';
import { type JwksCache } from 'aws-jwt-verify/jwk';
import { type CallerOf } from '../emulator/caller';
import { type GatewayResponses, gatewayResponses } from './gateway-response';
import { backend } from './integration/backend';
import { type Integrate } from './integration/integration';
import { type Guard, guards } from './request/guard';
import { MethodThrottle } from './request/method-throttle';
import { type TokenHolders } from './request/token-holders';
import { type UsagePlans } from './request/usage-plans';
import { type Services } from './services';
import { compileModels, requestValidator, type Validate } from './request/validate';

/** A frozen copy of an API, ready to serve: later changes of the API do not reach it. */
export interface Deployment {
  readonly api: RestApi;
  readonly router: RouteMatcher<ServedRoute>;
  readonly respond: GatewayResponses;
  readonly usagePlans: UsagePlans;
  readonly throttle: MethodThrottle;
}

export interface ServedRoute {
  readonly method: string;
  readonly path: string;
  readonly definition: RestRoute;
  /** Who may call it, in the words of the review. */
  readonly caller: string;
  readonly guard: Guard;
  readonly validate?: Validate;
  readonly integrate: Integrate;
}

export interface DeploymentParts {
  readonly jwksCache: JwksCache;
  readonly usagePlans: UsagePlans;
  readonly holders: TokenHolders;
  /** AWS services as integrations call them. */
  readonly services: Services;
  /** Whose AWS credentials sign requests. @default - no signature is good */
  readonly callerOf?: CallerOf;
}

/**
 * Compiles what a deployment serves.
 *
 * @throws Error with the Terraform address for a definition that AWS would refuse.
 */
export function createDeployment(api: RestApi, parts: DeploymentParts): Deployment {
  const guardOf = guards(api, parts);
  const models = compileModels(api);
  const { routes } = accessOf({ apis: [api], httpApis: [], functionUrls: [], userPools: [] });
  const callers = new Map(routes.map((route) => [route.title, callerOf(route).words]));
  const serve = (definition: RestRoute): ServedRoute => ({
    method: definition.method,
    path: definition.path,
    definition,
    caller: callers.get(`${definition.method} ${definition.path}`) ?? '',
    guard: guardOf(definition),
    validate: requestValidator(definition, models),
    integrate: backend(definition, parts),
  });
  return {
    api,
    router: routeMatcher(api.routes.map(serve), 'REST'),
    respond: gatewayResponses(api),
    usagePlans: parts.usagePlans,
    throttle: new MethodThrottle(),
  };
}
