import { type HttpApi, type RestApi, type Surface, type UserPool, type UserPoolClient } from '@gatehouse/surface';
import { clientConfig } from './client-config';

const shop = { name: 'shop', project: 'gatehouse', region: 'eu-west-1' };

const api = (name: string, changes: Partial<RestApi> = {}) =>
  ({
    id: `id-${name}`,
    name,
    address: `aws_api_gateway_rest_api.${name}`,
    stack: `shop-${name}`,
    executionArn: `arn:aws:execute-api:eu-west-1:111111111111:id-${name}`,
    stages: [{ name: 'live' }],
    ...changes,
  }) as RestApi;

const pool = (name: string) =>
  ({
    id: `eu-west-1_${name}`,
    name,
    address: `aws_cognito_user_pool.${name}`,
    arn: `arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_${name}`,
    endpoint: `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${name}`,
  }) as UserPool;

const client = (name: string, of: UserPool, changes: Partial<UserPoolClient> = {}) =>
  ({
    id: `id-${name}`,
    name,
    address: `aws_cognito_user_pool_client.${name}`,
    userPoolId: of.id,
    oauthEnabled: true,
    oauthFlows: ['code'],
    scopes: ['openid'],
    callbackUrls: ['https://example.com/back'],
    logoutUrls: [],
    ...changes,
  }) as UserPoolClient;

const surface = (parts: Partial<Surface>): Surface =>
  ({
    apis: [],
    httpApis: [],
    apiDomains: [],
    userPools: [],
    clients: [],
    userPoolDomains: [],
    identityPools: [],
    ...parts,
  }) as unknown as Surface;

describe('what clients need to know', () => {
  it('is every API, every pool and every client that people sign in with', () => {
    const [staff, customers] = [pool('gatehouse-shop-staff'), pool('customers')];
    const machine = client('machine', staff, { oauthFlows: ['client_credentials'] });
    const config = clientConfig(
      shop,
      surface({
        apis: [api('gatehouse-shop-orders'), api('reports')],
        userPools: [staff, customers],
        clients: [client('desk', staff), machine, client('web', customers, { oauthEnabled: false })],
      }),
    );

    expect(config.apis).toEqual({
      orders: { url: 'https://id-gatehouse-shop-orders.execute-api.eu-west-1.amazonaws.com/live' },
      reports: { url: 'https://id-reports.execute-api.eu-west-1.amazonaws.com/live' },
    });
    expect(config.userPools).toEqual({
      staff: {
        id: staff.id,
        issuer: `https://${staff.endpoint}`,
        clients: {
          desk: { id: 'id-desk', scopes: ['openid'], callbackUrls: ['https://example.com/back'], logoutUrls: [] },
        },
        machineClients: { machine: { id: 'id-machine', scopes: ['openid'] } },
      },
      customers: {
        id: customers.id,
        issuer: `https://${customers.endpoint}`,
        clients: { web: { id: 'id-web', scopes: [], callbackUrls: [], logoutUrls: [] } },
        machineClients: {},
      },
    });
  });

  it('is every identity pool, and whose tokens it takes', () => {
    const providerName = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_staff';
    const people = {
      id: 'eu-west-1:a',
      name: 'gatehouse-shop-people',
      guests: true,
      userPoolClients: [
        { clientId: 'id-desk', providerName },
        { clientId: 'id-web', providerName },
      ],
    } as unknown as Surface['identityPools'][number];

    expect(clientConfig(shop, surface({ identityPools: [people] })).identityPools).toEqual({
      people: { id: 'eu-west-1:a', guests: true, providers: [providerName] },
    });
  });

  it('has sign-in pages at auth-fips in GovCloud', () => {
    const users = { ...pool('users'), arn: 'arn:aws-us-gov:cognito-idp:us-gov-west-1:111111111111:userpool/users' };
    const domain = { userPoolId: users.id, domain: 'acme' } as Surface['userPoolDomains'][number];
    const made = clientConfig(
      shop,
      surface({ userPools: [users], clients: [client('web', users)], userPoolDomains: [domain] }),
    );
    expect(JSON.stringify(made)).toContain('"https://acme.auth-fips.us-gov-west-1.amazoncognito.com"');
  });

  it('is each stage where there are several, and the API’s own domain', () => {
    const orders = api('orders', { stages: [{ name: 'live' }, { name: 'beta' }] as unknown as RestApi['stages'] });
    const mappings = [{ apiId: orders.id, stage: 'live', basePath: 'v1' }];
    const domain = { name: 'api.example.com', mappings } as unknown as Surface['apiDomains'][number];

    expect(clientConfig(shop, surface({ apis: [orders], apiDomains: [domain] })).apis).toEqual({
      'orders/live': { url: 'https://api.example.com/v1' },
      'orders/beta': { url: 'https://id-orders.execute-api.eu-west-1.amazonaws.com/beta' },
    });
  });

  it('is each HTTP API, whose stage $default adds nothing to its address', () => {
    const http = (name: string, ...stages: string[]) =>
      ({
        ...{ id: `id-${name}`, name, address: `aws_apigatewayv2_api.${name}`, protocol: 'HTTP' },
        executionArn: `arn:aws:execute-api:eu-west-1:111111111111:id-${name}`,
        stages: stages.map((stage) => ({ name: stage })),
      }) as unknown as HttpApi;
    const chat = { ...http('chat', 'live'), protocol: 'WEBSOCKET' } as HttpApi;
    const httpApis = [http('events', '$default'), http('orders', '$default', 'beta'), chat];

    expect(clientConfig(shop, surface({ apis: [api('orders')], httpApis })).apis).toEqual({
      orders: { url: 'https://id-orders.execute-api.eu-west-1.amazonaws.com/live' },
      events: { url: 'https://id-events.execute-api.eu-west-1.amazonaws.com' },
      '/orders/$default': { url: 'https://id-orders.execute-api.eu-west-1.amazonaws.com' },
      '/orders/beta': { url: 'https://id-orders.execute-api.eu-west-1.amazonaws.com/beta' },
    });
  });

  it('tells apart what has one name, by its stack', () => {
    const apis = [api('api', { stack: 'shop-one' }), api('api', { stack: 'shop-two', id: 'second' })];

    expect(Object.keys(clientConfig(shop, surface({ apis })).apis)).toEqual(['api', 'shop-two/api']);
  });

  it('is nothing where nothing is', () => {
    expect(clientConfig(shop, surface({}))).toEqual({
      environment: 'shop',
      region: 'eu-west-1',
      apis: {},
      userPools: {},
      identityPools: {},
    });
  });
});
