import { isDeepStrictEqual } from 'node:util';
import { type RestApi, type RestRoute, surfaceFromState } from '@gatehouse/surface';
import { frozenRoute } from './frozen-route';
import { type FrozenAuthorizer, type FrozenResponse, type FrozenRoute, type Snapshot } from './snapshot';

/**
 * An API as a deployment froze it. What is the same in the API of now is taken as it is applied, which says more than the
 * emulator keeps; what has changed since, or is gone, as it was frozen.
 *
 * @param snapshot of the deployment
 * @param current what a deployment would freeze now
 */
export function frozenApi(api: RestApi, snapshot: Snapshot, current: Snapshot): RestApi {
  const applied = new Map(api.routes.map((route) => [titleOf(route), route]));
  const now = new Map(current.routes.map((route) => [titleOf(route), comparable(route, current)]));
  const routes = snapshot.routes.map((route): RestRoute => {
    const same = applied.get(titleOf(route));
    if (same && isDeepStrictEqual(now.get(titleOf(route)), comparable(route, snapshot))) return same;
    return frozenRoute(api, route, snapshot, same?.address);
  });
  const unchanged = (part: keyof Snapshot): boolean => isDeepStrictEqual(snapshot[part], current[part]);
  const gone = snapshot.authorizers.filter(({ id }) => !api.authorizers.some((authorizer) => authorizer.id === id));
  return {
    ...api,
    routes,
    authorizers: [
      ...api.authorizers.map(frozenBy(api, snapshot, current)),
      ...gone.map((each) => authorizerOf(api, each)),
    ],
    models: unchanged('models') ? api.models : snapshot.models.map((model) => modelOf(api, model)),
    gatewayResponses: unchanged('gatewayResponses')
      ? api.gatewayResponses
      : snapshot.gatewayResponses.map((response) => responseOf(api, response)),
    ...(unchanged('settings') ? {} : settingsOf(snapshot.settings)),
  };
}

const titleOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

/** Without ids, which an import makes anew; what they name is in their place. */
function comparable({ authorizerId, requestValidatorId, integration, ...route }: FrozenRoute, of: Snapshot): object {
  const authorizer = of.authorizers.find(({ id }) => id === authorizerId);
  const validator = of.requestValidators.find(({ id }) => id === requestValidatorId);
  return {
    ...route,
    resourceId: '',
    authorizer: { ...authorizer, id: '' },
    validator: { ...validator, id: '' },
    integration: { ...integration, cacheNamespace: '' },
  };
}

/** An authorizer of the API, as it was. */
const frozenBy =
  (api: RestApi, snapshot: Snapshot, current: Snapshot) =>
  (authorizer: RestApi['authorizers'][number]): RestApi['authorizers'][number] => {
    const before = snapshot.authorizers.find(({ id }) => id === authorizer.id);
    const now = current.authorizers.find(({ id }) => id === authorizer.id);
    return before === undefined || isDeepStrictEqual(before, now) ? authorizer : authorizerOf(api, before);
  };

const authorizerOf = (api: RestApi, authorizer: FrozenAuthorizer): RestApi['authorizers'][number] => ({
  address: `${api.address} (authorizer ${authorizer.name} of its deployment)`,
  id: authorizer.id,
  name: authorizer.name,
  type: authorizer.type as 'TOKEN',
  identitySource: authorizer.identitySource ?? 'method.request.header.Authorization',
  userPoolArns: authorizer.providerARNs ?? [],
  userPools: [],
  resultTtl: authorizer.authorizerResultTtlInSeconds ?? 300,
  ...(authorizer.identityValidationExpression && {
    identityValidationExpression: authorizer.identityValidationExpression,
  }),
  ...(authorizer.authorizerUri && { uri: authorizer.authorizerUri }),
  ...(authorizer.authorizerCredentials && { credentials: authorizer.authorizerCredentials }),
});

const modelOf = (
  api: RestApi,
  { contentType, name, schema }: Snapshot['models'][number],
): RestApi['models'][number] => ({
  address: `${api.address} (model ${name} of its deployment)`,
  name,
  contentType: contentType ?? 'application/json',
  schema: schema ?? '{}',
});

const responseOf = (api: RestApi, response: FrozenResponse): RestApi['gatewayResponses'][number] => ({
  address: `${api.address} (gateway response ${response.responseType} of its deployment)`,
  type: response.responseType,
  ...(response.statusCode && { statusCode: String(response.statusCode) }),
  responseParameters: response.responseParameters ?? {},
  responseTemplates: response.responseTemplates ?? {},
});

function settingsOf({
  apiKeySource,
  binaryMediaTypes,
  minimumCompressionSize,
  policy,
}: Snapshot['settings']): Partial<RestApi> {
  return {
    apiKeySource: apiKeySource === 'AUTHORIZER' ? 'AUTHORIZER' : 'HEADER',
    binaryMediaTypes: binaryMediaTypes ?? [],
    minimumCompressionSize: minimumCompressionSize ?? undefined,
    policy: policy ? policyOf(policy) : undefined,
  };
}

/** Read as the surface reads one that is applied. */
function policyOf(policy: string): RestApi['policy'] {
  const type = 'aws_api_gateway_rest_api';
  const values = { id: 'x', name: 'x', execution_arn: 'x', policy };
  const resource = { address: `${type}.x`, mode: 'managed', type, name: 'x', values };
  return surfaceFromState([{ format_version: '1.0', values: { root_module: { resources: [resource] } } }]).apis[0]
    ?.policy;
}
