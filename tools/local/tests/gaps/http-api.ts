import { type Aws } from './aws';
import { type Made } from './gap';

/** An HTTP API with a JWT authorizer, `GET /reports` and an integration. */
export async function makeHttpApi(aws: Aws): Promise<Made> {
  const post = (path: string, body: object) => aws.rest('apigateway', 'POST', path, body);
  const { apiId } = await post('/v2/apis', { name: 'api', protocolType: 'HTTP', tags: { a: '1' } });
  const api = `/v2/apis/${apiId}`;
  const { authorizerId } = await post(`${api}/authorizers`, {
    name: 'users',
    authorizerType: 'JWT',
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: { audience: ['one'], issuer: 'https://example.com/one' },
  });
  const { integrationId } = await post(`${api}/integrations`, {
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'GET',
    integrationUri: 'https://example.com/a',
    payloadFormatVersion: '1.0',
    connectionType: 'INTERNET',
  });
  const { routeId } = await post(`${api}/routes`, {
    routeKey: 'GET /reports',
    target: `integrations/${integrationId}`,
    authorizationType: 'JWT',
    authorizerId,
    authorizationScopes: ['reports/read'],
  });
  return { api, apiId, authorizerId, integrationId, routeId };
}
