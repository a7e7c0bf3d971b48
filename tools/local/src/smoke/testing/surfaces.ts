import { type HttpRoute, type Surface } from '@gatehouse/surface';
import { aJwtAuthorizer, anHttpApi, anHttpIntegration, anHttpRoute } from '../../gateway/testing/http-surface';
import { aMachineClient, aPermission, aPool, aSurface, poolArn, poolId } from '../../gateway/testing/surface';

/** A second pool. */
export const customersArn = poolArn.replace(poolId, 'eu-west-1_Customers');
export const customers = aPool({
  id: 'eu-west-1_Customers',
  arn: customersArn,
  name: 'customers',
  address: 'aws_cognito_user_pool.customers',
  endpoint: 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Customers',
});

/** What a client of people has, and none of machines. */
export const web = { hasSecret: false, oauthFlows: [], oauthEnabled: false, scopes: [] };

const jwt = (...scopes: string[]) => ({ kind: 'jwt', authorizerId: 'jwt1', scopes }) as const;

/** An HTTP API with a function behind it; people sign in with `desk`. */
export const httpSurface = (me: HttpRoute['auth'] = jwt()): Surface =>
  aSurface({
    apis: [],
    httpApis: [
      anHttpApi({
        name: 'events',
        authorizers: [aJwtAuthorizer({ audience: ['desk', 'machine-client'] })],
        routes: [
          anHttpRoute('GET /health'),
          anHttpRoute('GET /me', { auth: me }),
          anHttpRoute('POST /events/{id}', { auth: jwt('reports/read') }),
          anHttpRoute('GET /signed', { auth: { kind: 'iam' } }),
          anHttpRoute('GET /elsewhere', { integration: anHttpIntegration({ type: 'HTTP_PROXY', uri: 'https://b' }) }),
          anHttpRoute('GET /own', { auth: { kind: 'custom', authorizerId: 'own' } }),
        ],
        cors: {
          origins: ['https://app.example.com'],
          credentials: false,
          methods: ['GET'],
          headers: ['authorization'],
        },
      }),
      anHttpApi({ id: 'ws1', name: 'chat', protocol: 'WEBSOCKET' }),
    ],
    userPools: [aPool(), customers],
    clients: [
      aMachineClient({ oauthEnabled: true }),
      aMachineClient({ id: 'desk', name: 'desk', ...web }),
      aMachineClient({ id: 'web', name: 'web', userPoolId: customers.id, ...web }),
    ],
    functionPermissions: [aPermission({ sourceArn: 'arn:aws:execute-api:eu-west-1:123456789012:http1/*' })],
  });
