import { isDeepStrictEqual } from 'node:util';
import { type HttpApi, type HttpAuthorizer, type HttpIntegration, type HttpRoute } from '@gatehouse/surface';
import {
  type FrozenCors,
  type FrozenHttpAuthorizer,
  type FrozenHttpIntegration,
  type FrozenHttpRoute,
  type HttpSnapshot,
} from './http-snapshot';

/**
 * An HTTP API as a deployment froze it: what is the same in the API of now as it is applied, which says more than the emulator
 * keeps; what has changed since, or is gone, as it was frozen.
 *
 * @param snapshot of the deployment
 * @param current what a deployment would freeze now
 */
export function frozenHttpApi(api: HttpApi, snapshot: HttpSnapshot, current: HttpSnapshot): HttpApi {
  const applied = new Map(api.routes.map((route) => [route.routeKey, route]));
  const now = new Map(current.routes.map((route) => [route.routeKey, comparable(route)]));
  const { corsConfiguration: cors } = snapshot.settings;
  const unchanged = isDeepStrictEqual(cors ?? null, current.settings.corsConfiguration ?? null);
  return {
    ...api,
    ...(unchanged ? {} : { cors: cors ? corsOf(cors) : undefined }),
    routes: snapshot.routes.map((route) => {
      const same = applied.get(route.routeKey);
      return same && isDeepStrictEqual(now.get(route.routeKey), comparable(route)) ? same : routeOf(api, route);
    }),
    authorizers: snapshot.authorizers.map((frozen) => {
      const same = api.authorizers.find(({ id }) => id === frozen.authorizerId);
      const unchangedSince = current.authorizers.some((each) => isDeepStrictEqual(each, frozen));
      return same && unchangedSince ? same : authorizerOf(api, frozen);
    }),
  };
}

/** Without ids that are made anew where nothing of the route changes. */
const comparable = ({ integration, ...route }: FrozenHttpRoute): object => ({
  ...route,
  ...{ routeId: '', target: '', integration: { ...integration, integrationId: '' } },
});

function routeOf(
  api: HttpApi,
  { authorizationScopes, authorizationType, authorizerId, integration, routeKey }: FrozenHttpRoute,
): HttpRoute {
  const scopes = authorizationScopes ?? [];
  const guards: Readonly<Record<string, HttpRoute['auth']>> = {
    AWS_IAM: { kind: 'iam' },
    CUSTOM: { kind: 'custom', authorizerId: authorizerId ?? '' },
    JWT: { kind: 'jwt', authorizerId: authorizerId ?? '', scopes },
    NONE: { kind: 'none' },
  };
  return {
    address: `${api.address} (${routeKey} of its deployment)`,
    routeKey,
    // What is not known is checked by an authorizer that is not there.
    auth: guards[authorizationType ?? 'NONE'] ?? { kind: 'custom', authorizerId: String(authorizationType) },
    apiKeyRequired: false,
    ...(integration && { integration: integrationOf(integration) }),
  };
}

const integrationOf = (frozen: FrozenHttpIntegration): HttpIntegration => ({
  type: frozen.integrationType,
  ...(frozen.integrationUri && { uri: frozen.integrationUri }),
  connection: frozen.connectionType === 'VPC_LINK' ? 'VPC_LINK' : 'INTERNET',
  ...(frozen.integrationMethod && { method: frozen.integrationMethod }),
  timeout: Number(frozen.timeoutInMillis ?? 30_000),
  payloadFormat: frozen.payloadFormatVersion === '2.0' ? '2.0' : '1.0',
  ...(frozen.integrationSubtype && { subtype: frozen.integrationSubtype }),
  ...(frozen.credentialsArn && { credentials: frozen.credentialsArn }),
  requestParameters: frozen.requestParameters ?? {},
  responses: Object.entries(frozen.responseParameters ?? {}).map(([status, parameters]) => ({ status, parameters })),
});

const authorizerOf = (api: HttpApi, frozen: FrozenHttpAuthorizer): HttpAuthorizer => ({
  address: `${api.address} (authorizer ${frozen.name} of its deployment)`,
  id: frozen.authorizerId,
  name: frozen.name,
  type: frozen.authorizerType === 'JWT' ? 'JWT' : 'REQUEST',
  identitySources: frozen.identitySource ?? [],
  ...(frozen.jwtConfiguration?.issuer && { issuer: frozen.jwtConfiguration.issuer }),
  audience: frozen.jwtConfiguration?.audience ?? [],
  ...(frozen.authorizerUri && { uri: frozen.authorizerUri }),
  resultTtl: frozen.authorizerResultTtlInSeconds ?? 0,
  ...(frozen.authorizerPayloadFormatVersion && {
    payloadFormat: frozen.authorizerPayloadFormatVersion === '2.0' ? '2.0' : '1.0',
  }),
  simpleResponses: frozen.enableSimpleResponses === true,
});

const corsOf = (frozen: FrozenCors): HttpApi['cors'] => ({
  origins: frozen.allowOrigins ?? [],
  credentials: frozen.allowCredentials === true,
  methods: frozen.allowMethods ?? [],
  headers: frozen.allowHeaders ?? [],
  ...(frozen.exposeHeaders && { exposed: frozen.exposeHeaders }),
  ...(typeof frozen.maxAge === 'number' && { maxAge: frozen.maxAge }),
});
