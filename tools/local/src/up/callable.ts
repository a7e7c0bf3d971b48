import { type Guard, type HttpApi, type RestApi, type UserPool } from '@gatehouse/surface';
import { type NamedStage } from '@gatehouse/terraform';
import { httpTargetOf, type Target, targetOf } from '../requests/path';

/** A route that a line without a body can call. */
export interface Callable {
  /** As the API has it. */
  readonly path: string;
  readonly target: Target;
  readonly auth: Guard;
  /** Whether it takes tokens of a pool that a client gets. */
  takes(pool: UserPool, clientId: string): boolean;
}

/** Those of an API, the ones with nothing to fill in first. */
export function callable({ api, kind }: NamedStage): Callable[] {
  const found = kind === 'REST' ? ofRest(api) : ofHttp(api);
  const gets = found.filter(({ target }) => target.method === 'GET');
  return gets.sort((one, other) => Number(one.fillIn) - Number(other.fillIn));
}

type Found = Callable & { readonly fillIn: boolean };

const ofRest = (api: RestApi): Found[] =>
  api.routes.flatMap((route) => {
    const target = targetOf(api, route);
    if (target === undefined) return [];
    const { auth, path, requestParameters } = route;
    const arns = api.authorizers.find(({ id }) => id === auth.authorizerId)?.userPoolArns ?? [];
    const fillIn = path.includes('{') || Object.values(requestParameters).includes(true);
    return [{ path, target, auth, fillIn, takes: ({ arn }) => arns.includes(arn) }];
  });

function ofHttp(api: HttpApi): Found[] {
  if (api.defaultEndpointDisabled) return [];
  return api.routes.flatMap((route) => {
    const target = httpTargetOf(api, route);
    if (target === undefined) return [];
    const { auth, routeKey } = route;
    const { audience = [], issuer } = api.authorizers.find(({ id }) => id === auth.authorizerId) ?? {};
    const takes: Callable['takes'] = ({ endpoint }, clientId) =>
      issuer === `https://${endpoint}` && audience.includes(clientId);
    return [{ path: routeKey.split(' ')[1] ?? routeKey, target, auth, fillIn: routeKey.includes('{'), takes }];
  });
}
