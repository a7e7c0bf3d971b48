import { type IdentityPool, type PolicyStatement, type Role, type UserPool } from '@gatehouse/surface';
import { aJwtAuthorizer, anHttpApi, anHttpRoute } from '../../gateway/testing/http-surface';
import { type Caller } from '../../emulator';
import {
  aMachineClient,
  anApi,
  anAuthorizer,
  aPool,
  aRoute,
  aSurface,
  issuer,
  poolId,
  region,
} from '../../gateway/testing/surface';
import { type Shown } from '../data/shown';

export const ORIGIN = 'http://127.0.0.1:8080';
export const IDENTITY_POOL = `${region}:11111111-2222-4333-8444-555555555555`;
const provider = issuer.replace('https://', '');
const demoUser = { username: 'demo@example.com', email: 'demo@example.com', password: 'Demo-horse-7' };

export const app = aMachineClient({
  ...{ address: 'aws_cognito_user_pool_client.app', id: 'app-client', name: 'gatehouse-local-app', hasSecret: false },
  ...{ authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'], oauthEnabled: true, oauthFlows: ['code'] },
  ...{
    scopes: ['openid', 'reports/read'],
    callbackUrls: [`${ORIGIN}/`],
    logoutUrls: [],
    identityProviders: ['COGNITO'],
  },
  ...{ idTokenValidity: 3600, accessTokenValidity: 900 },
});
const machine = aMachineClient({ oauthEnabled: true, scopes: ['reports/read'] });

const pool = aPool({
  ...{ name: 'gatehouse-local-users', selfSignUp: true, mfa: 'OPTIONAL', mfaMethods: ['TOTP'] },
  ...{ usernameAttributes: ['email'], attributes: [attribute('email'), attribute('sub')] },
  passwordPolicy: {
    ...{ minLength: 12, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: false },
    ...{ historySize: 0, temporaryPasswordValidity: 7 },
  },
});

function attribute(name: string): UserPool['attributes'][number] {
  return { name, type: 'String', mutable: true, required: true, constraints: {} };
}

const cognito = (...scopes: string[]) =>
  ({ kind: 'cognito', authorizerId: 'auth1', authorizer: anAuthorizer().address, scopes }) as const;
const iam = { kind: 'iam' } as const;

export const api = anApi({
  name: 'gatehouse-local-reports',
  authorizers: [
    anAuthorizer({ userPools: [pool.address] }),
    anAuthorizer({ address: 'aws_api_gateway_authorizer.partners', id: 'auth2', name: 'partners', type: 'REQUEST' }),
  ],
  models: [
    {
      ...{ address: 'aws_api_gateway_model.new', name: 'New', contentType: 'application/json' },
      schema: '{"type": "object", "required": ["title"], "properties": {"title": {"type": "string"}}}',
    },
  ],
  routes: [
    aRoute('GET /health'),
    aRoute('GET /me', { auth: cognito() }),
    aRoute('GET /reports/{id}', {
      ...{ auth: cognito('reports/read'), requestParameters: { 'method.request.querystring.page': true } },
    }),
    aRoute('POST /reports', {
      ...{ auth: cognito('reports/write'), apiKeyRequired: true, requestModels: { 'application/json': 'New' } },
      validator: { body: true, parameters: false },
    }),
    aRoute('GET /prices', { auth: iam }),
    aRoute('GET /orders', { auth: iam }),
    aRoute('GET /partners', {
      auth: { kind: 'custom', authorizerId: 'auth2', authorizer: 'aws_api_gateway_authorizer.partners' },
    }),
    aRoute('OPTIONS /me', { integration: { ...aRoute('GET /').integration!, type: 'MOCK' } }),
  ],
  cors: [
    {
      ...{ address: 'c', path: '/me', method: 'OPTIONS', origins: ['http://localhost:3000', ORIGIN] },
      ...{ credentials: false, methods: ['GET'], headers: ['Authorization'] },
    },
  ],
});

export const arnOf = (role: string): string => `arn:aws:iam::123456789012:role/${role}`;

const invoke = (...paths: string[]): PolicyStatement => ({
  ...{ effect: 'Allow', principals: [], notPrincipals: [], actions: ['execute-api:Invoke'], notActions: [] },
  ...{ resources: paths.map((path) => `${api.executionArn}/local/GET${path}`), notResources: [], conditions: [] },
});

const role = (name: string, ...statements: PolicyStatement[]): Role => ({
  ...{ address: `aws_iam_role.${name}`, arn: arnOf(name), name, trust: [], managedPolicyArns: [] },
  policies: statements.map((each) => ({ address: `aws_iam_role_policy.${name}`, statements: [each] })),
});

const identityPool = {
  ...{ address: 'aws_cognito_identity_pool.people', id: IDENTITY_POOL, name: 'people', guests: true },
  ...{ classicFlow: false, otherProviders: [], roleMappings: [], principalTags: [] },
  userPoolClients: [{ clientId: app.id, providerName: provider, serverSideTokenCheck: false }],
  ...{ authenticatedRole: { arn: arnOf('people') }, unauthenticatedRole: { arn: arnOf('guests') } },
} as IdentityPool;

export const surface = aSurface({
  apis: [api],
  httpApis: [
    anHttpApi({
      name: 'events',
      authorizers: [aJwtAuthorizer()],
      routes: [
        anHttpRoute('GET /events/{id}'),
        anHttpRoute('$default', { auth: { kind: 'jwt', authorizerId: 'jwt1', scopes: ['reports/read'] } }),
      ],
      cors: { origins: ['http://*'], credentials: false, methods: ['GET'], headers: [] },
    }),
    anHttpApi({
      ...{ address: 'aws_apigatewayv2_api.chat', id: 'ws1', name: 'chat', protocol: 'WEBSOCKET', stages: [] },
      routes: [anHttpRoute('$connect')],
    }),
  ],
  functionUrls: [],
  userPools: [pool],
  clients: [app, machine],
  identityPools: [identityPool],
  usagePlans: [
    {
      ...{ address: 'p', id: 'plan1', name: 'partners', stages: [{ apiId: 'api1', stage: 'local', throttles: [] }] },
      keys: [
        { address: 'k', id: 'key1', enabled: true },
        { address: 'l', id: 'key2', enabled: false },
      ],
    },
  ],
  roles: [role('guests', invoke('/prices')), role('people', invoke('/prices', '/orders')), role('service')],
});

/** Whose credentials `ASIAGUEST` are. */
const guest: Caller = {
  ...{ accessKeyId: 'ASIAGUEST', secretAccessKey: 's', sessionToken: 't', expiration: '2026-11-28T13:00:00Z' },
  principal: { type: 'session', arn: 'arn:aws:sts::123456789012:assumed-role/guests/s', roleArn: arnOf('guests') },
  ...{ accountId: '123456789012', userId: 'AROA:s', federated: {}, tags: {} },
  identity: { id: `${region}:someone`, poolId: IDENTITY_POOL, authenticated: false, amr: [], capped: true },
  policies: {
    identity: [
      {
        name: 'prices',
        document: {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'execute-api:Invoke',
            Resource: `${api.executionArn}/local/GET/prices`,
          },
        },
      },
    ],
    ...{ boundary: { name: 'edge', document: EVERYTHING() }, session: [] },
  },
};

function EVERYTHING(): object {
  return { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
}

/** @param emulatorUrl where codes and API keys are asked for */
export const aShown = (emulatorUrl: string, changes: Partial<Shown> = {}): Shown => ({
  environment: { name: 'local', project: 'gatehouse', region },
  surface,
  emulator: { url: emulatorUrl, internal: (async () => guest) as Shown['emulator']['internal'] },
  gateway: { urlOf: () => 'http://127.0.0.1:4510' },
  frontDoor: { urlOf: () => 'http://127.0.0.1:4540' },
  machines: [{ client: machine, secret: 'hush' }],
  pools: [{ name: 'users', pool, demoUser, people: [demoUser] }],
  sign: (_pool, claims) => Promise.resolve(`signed.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`),
  outputs: {
    ...{ environment: 'local', region, cognitoEndpoint: emulatorUrl, demoUsers: { users: demoUser } },
    apis: { reports: { url: 'http://127.0.0.1:4510/local' } },
    userPools: {
      users: {
        ...{ id: poolId, issuer, domain: 'http://127.0.0.1:4540', machineClients: {} },
        clients: { app: { id: app.id, scopes: [], callbackUrls: [`${ORIGIN}/`], logoutUrls: [] } },
      },
    },
    identityPools: { people: { id: IDENTITY_POOL, guests: true, providers: [provider] } },
  },
  ...changes,
});
