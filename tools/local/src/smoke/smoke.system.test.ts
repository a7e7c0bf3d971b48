import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Environment } from '@gatehouse/environment';
import { type RestRoute, type Surface } from '@gatehouse/surface';
import { clientConfig, stageUrl } from '@gatehouse/terraform';
import { strToU8, zipSync } from 'fflate';
import { type Gateway, startGateway } from '../gateway';
import { testKeys, testSigner } from '../gateway/testing/call';
import {
  aMachineClient,
  anApi,
  anAuthorizer,
  aPool,
  aRoute,
  aStage,
  aSurface,
  lambdaIntegration,
} from '../gateway/testing/surface';
import { type SmokeContext } from './callers';
import { accessClaims } from './claims';
import { smokeTest } from './smoke';
import { customers, customersArn, httpSurface, web } from './testing/surfaces';

const archives = mkdtempSync(join(tmpdir(), 'gatehouse-smoke-'));

beforeAll(() => {
  const code = 'exports.handler = async () => ({ statusCode: 200, body: "ok" });';
  writeFileSync(join(archives, 'reports.zip'), zipSync({ 'index.js': strToU8(code) }));
});

afterAll(() => rmSync(archives, { recursive: true }));

const environment = { name: 'local', project: 'gatehouse', region: 'eu-west-1' } as Environment;
const cognito = (...scopes: string[]) => ({ kind: 'cognito', authorizerId: 'auth1', scopes }) as const;

/** API Gateway itself answers. */
const integration = lambdaIntegration({
  type: 'MOCK',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: [{ statusCode: '200', responseParameters: {}, responseTemplates: {} }],
});
const mocked = (key: string, changes: Partial<RestRoute> = {}) => aRoute(key, { integration, ...changes });

/** Two APIs, each guarded by a pool of its own. */
const surfaceOf = (me: RestRoute['auth'] = cognito()): Surface =>
  aSurface({
    apis: [
      anApi({
        name: 'reports',
        routes: [
          mocked('GET /health'),
          mocked('GET /me', { auth: me }),
          mocked('GET /reports/{id}', { auth: cognito('reports/read') }),
        ],
      }),
      anApi({
        id: 'api2',
        name: 'shop',
        authorizers: [anAuthorizer({ userPoolArns: [customersArn] })],
        routes: [mocked('POST /basket', { auth: cognito() })],
        stages: [aStage({ deploymentId: 'dep2' })],
      }),
    ],
    httpApis: [{ name: 'events', protocol: 'WEBSOCKET' }] as unknown as Surface['httpApis'],
    userPools: [aPool(), customers],
    clients: [
      aMachineClient({ oauthEnabled: true }),
      aMachineClient({ id: 'desk', name: 'desk', ...web }),
      aMachineClient({ id: 'web', name: 'web', userPoolId: customers.id, ...web }),
    ],
    functions: [],
  });

const person = (name: string) => ({ username: name, email: `${name}@example.com`, password: 'unused' });

/** Gives the machine client any scope. */
async function tokenEndpoint() {
  const signer = await testSigner();
  const server = createServer((request, response) => {
    void text(request)
      .then((form) =>
        signer.sign(accessClaims(aPool(), 'machine-client', [new URLSearchParams(form).get('scope') ?? ''])),
      )
      .then((access_token) => response.end(JSON.stringify({ access_token })));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** @param applied what the smoke test believes is served */
async function smoke(served: Surface, applied = served) {
  const signer = await testSigner();
  const gateway: Gateway = await startGateway({
    surface: served,
    keys: testKeys,
    functionRoots: [archives],
    onRefusal: () => undefined,
  });
  const tokens = await tokenEndpoint();
  const config = clientConfig(environment, applied, (api, stage) => stageUrl(gateway.urlOf(api), stage));
  const [staff = aPool()] = applied.userPools;
  const [machine = aMachineClient()] = applied.clients;
  try {
    return await smokeTest({
      environment,
      surface: applied,
      sign: (_pool, claims) => signer.sign(claims),
      machines: [{ client: machine, secret: 'secret' }],
      pools: [
        { name: 'users', pool: staff, demoUser: person('ada'), people: [person('ada')] },
        { name: 'customers', pool: customers, demoUser: person('eve'), people: [person('eve')] },
      ],
      outputs: {
        ...config,
        userPools: { users: { ...config.userPools['users'], id: staff.id, domain: tokens.url } },
        cognitoEndpoint: 'http://127.0.0.1:9',
        demoUsers: {},
      },
    } as Partial<SmokeContext> as SmokeContext);
  } finally {
    await Promise.all([gateway.close(), tokens.close()]);
  }
}

describe('the smoke test', () => {
  it('passes where every API answers as the rules of access say, and says what it did not try', async () => {
    const { notTried, results } = await smoke(surfaceOf());

    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(Object.fromEntries(results.map(({ found, name }) => [name, Number(found.slice(0, 3))]))).toMatchObject({
      'reports: GET /health without a token': 200,
      'reports: GET /me with the ID token of users': 200,
      'reports: GET /me with the ID token of customers': 401,
      'reports: GET /me with client machine, scope reports/read': 401,
      'reports: GET /reports/{id} with client machine, scope reports/read': 200,
      'reports: GET /reports/{id} with client machine, scope reports/write': 401,
      'reports: GET /reports/{id} with an expired token': 401,
      'shop: POST /basket with the ID token of customers': 200,
      'shop: POST /basket with the ID token of users': 401,
      'shop: POST /basket with another pool’s token': 401,
      'shop: GET /nowhere, no such route': 403,
    });
    const why = 'no client of the pool takes a password; the person’s tokens are signed here';
    expect(notTried).toEqual([
      { name: 'sign in to users with a password', why },
      { name: 'sign in to customers with a password', why },
      { name: 'WebSocket API events', why: 'WebSocket APIs are not served here' },
    ]);
  });

  it('calls HTTP APIs too, by their own rules', async () => {
    const { notTried, results } = await smoke(httpSurface());

    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(Object.fromEntries(results.map(({ found, name }) => [name, Number(found.slice(0, 3))]))).toMatchObject({
      'GET /health without a token': 200,
      'GET /me without a token': 401,
      'GET /me with the ID token of users': 200,
      'GET /me with the user’s own access token of users': 200,
      'GET /me with the ID token of customers': 401,
      'GET /me with client machine, scope reports/read': 200,
      'GET /me with an expired token': 401,
      'GET /me with a tampered token': 401,
      'GET /me with another pool’s token': 401,
      'POST /events/{id} with the ID token of users': 403,
      'POST /events/{id} with client machine, scope reports/read': 200,
      'POST /events/{id} with client machine, scope reports/write': 403,
      'GET /signed without a token': 403,
      'OPTIONS /preflight from https://app.example.com': 204,
      'GET /nowhere, no such route': 404,
    });
    const everyone = expect.stringContaining('GET /elsewhere without a token; with the ID token');
    expect(notTried.slice(-3)).toEqual([
      { name: 'WebSocket API chat', why: 'WebSocket APIs are not served here' },
      { name: everyone, why: 'it calls https://b, which is outside of this environment' },
      { name: 'GET /own', why: 'a Lambda authorizer decides, and what it takes is not known' },
    ]);
    const opened = await smoke(httpSurface({ kind: 'none' }), httpSurface());
    const failed = opened.results.filter(({ ok }) => !ok).map(({ name }) => name);
    expect(failed).toEqual(expect.arrayContaining(['GET /me without a token', 'GET /me with an expired token']));
  });

  it('says which APIs nothing serves', async () => {
    const { notTried, results } = await smoke(
      aSurface({
        apis: [anApi({ name: 'pending', stages: [] })],
        unread: [{ address: 'aws_api_gateway_rest_api(a1b2c3)', why: 'the API is made elsewhere' }],
        userPools: [],
        clients: [],
        functions: [],
      }),
    );

    expect(results).toEqual([]);
    expect(notTried).toEqual([
      { name: 'people of users', why: 'the pool has no client that people sign in with' },
      { name: 'people of customers', why: 'the pool has no client that people sign in with' },
      { name: 'REST API pending', why: 'it has no stage, so nothing serves its routes' },
      { name: 'aws_api_gateway_rest_api(a1b2c3)', why: 'the API is made elsewhere' },
    ]);
  });

  it('fails where a route lets in whom it should not, and where it refuses whom it should let in', async () => {
    const opened = await smoke(surfaceOf({ kind: 'none' }), surfaceOf());
    const closed = await smoke(surfaceOf(cognito('reports/write')), surfaceOf());
    const failed = ({ results }: typeof opened) => results.filter(({ ok }) => !ok).map(({ name }) => name);

    expect(failed(opened)).toEqual([
      'reports: GET /me without a token',
      'reports: GET /me with the user’s own access token of users',
      'reports: GET /me with the ID token of customers',
      'reports: GET /me with the user’s own access token of customers',
      'reports: GET /me with client machine, scope reports/read',
      'reports: GET /me with client machine, scope reports/write',
      'reports: GET /me with an expired token',
      'reports: GET /me with a tampered token',
      'reports: GET /me with another pool’s token',
    ]);
    expect(failed(closed)).toEqual([
      'reports: GET /me with the ID token of users',
      'reports: GET /me with client machine, scope reports/write',
    ]);
  });
});
