import { type RestApi, type Surface } from '@gatehouse/surface';
import { testSigner } from '../gateway/testing/call';
import {
  aFunction,
  anApi,
  anAuthorizer,
  aRoute,
  aStage,
  aSurface,
  lambdaIntegration,
  poolArn,
} from '../gateway/testing/surface';
import { type Caller } from './callers';
import { routeChecks } from './route-checks';

const callers: Caller[] = [
  { name: 'without a token' },
  { name: 'with the ID token', shows: { token: 'id', use: 'id', scopes: [], poolArn, audience: 'app' } },
  { name: 'with scope a', shows: { token: 'a', use: 'access', scopes: ['a'], poolArn } },
  { name: 'of other pool', shows: { token: 'other', use: 'id', scopes: [], poolArn: 'arn:other', audience: 'app' } },
];

const cognito = (...scopes: string[]) => ({ kind: 'cognito', authorizerId: 'auth1', scopes }) as const;
const hostile = { 'with an expired token': 401, 'with a tampered token': 401, 'with another pool’s token': 401 };

async function checksOf(api: Partial<RestApi>, surface: Partial<Surface> = {}) {
  const signer = await testSigner();
  const sign = (_pool: string, claims: Readonly<Record<string, unknown>>) => signer.sign(claims);
  return routeChecks(anApi(api), {
    surface: aSurface({ functions: [aFunction()], ...surface }),
    boundary: '',
    stage: aStage(),
    callers,
    sign,
  });
}

/** What follows the name of the route -> expected status. */
async function expected(...of: Parameters<typeof checksOf>) {
  const { checks, notTried } = await checksOf(...of);
  const statuses = checks.map(({ expected: { status }, name }) => [name.replace(/^\S+ \S+ /, ''), status]);
  return { ...(Object.fromEntries(statuses) as object), notTried: notTried.map(({ name, why }) => `${name}: ${why}`) };
}

describe('what a route must answer', () => {
  it('is for everyone where it is public', async () => {
    expect(await expected({ routes: [aRoute('GET /health')] })).toEqual({
      ...Object.fromEntries(callers.map(({ name }) => [name, 'let in'])),
      notTried: [],
    });
  });

  it('is for ID tokens of its pools where it asks for no scope', async () => {
    expect(await expected({ routes: [aRoute('GET /me', { auth: cognito() })] })).toEqual({
      'without a token': 401,
      'with the ID token': 'let in',
      'with scope a': 401,
      'of other pool': 401,
      ...hostile,
      notTried: [],
    });
  });

  it('is for access tokens with one of its scopes', async () => {
    expect(await expected({ routes: [aRoute('GET /me', { auth: cognito('a', 'b') })] })).toMatchObject({
      'with the ID token': 401,
      'with scope a': 'let in',
    });
    expect(await expected({ routes: [aRoute('GET /me', { auth: cognito('b') })] })).toMatchObject({
      'with scope a': 401,
    });
  });

  it('is for the audience that the authorizer takes', async () => {
    const authorizers = [anAuthorizer({ identityValidationExpression: 'other-app' })];
    expect(await expected({ authorizers, routes: [aRoute('GET /me', { auth: cognito() })] })).toMatchObject({
      'with the ID token': 401,
    });
  });

  it('is as the API words its errors', async () => {
    const gatewayResponses = [
      {
        address: 'aws_api_gateway_gateway_response.all',
        type: 'DEFAULT_4XX',
        statusCode: '418',
        responseParameters: {},
        responseTemplates: { 'application/json': '{}' },
      },
    ];
    const { checks } = await checksOf({ gatewayResponses, routes: [aRoute('GET /me', { auth: cognito() })] });
    expect(checks[0]?.expected).toEqual({ status: 418 });
  });
});

describe('what cannot be tried is said', () => {
  const integration = (type: string, uri: string) => lambdaIntegration({ type: type as 'HTTP_PROXY', uri });

  it.each([
    [
      'a Lambda authorizer',
      { auth: { kind: 'custom', authorizerId: 'x' } as const },
      'GET /x: a Lambda authorizer decides, and none runs here',
    ],
    ['an API key', { auth: cognito(), apiKeyRequired: true }, 'GET /x with an API key: keys are not known here'],
    [
      'a backend elsewhere',
      { auth: cognito(), integration: integration('HTTP_PROXY', 'https://example.com') },
      'GET /x with the ID token: it calls https://example.com, which is outside of this environment',
    ],
    [
      'a function of others',
      { auth: cognito(), integration: integration('AWS_PROXY', '/functions/arn:other/invocations') },
      'GET /x with the ID token: its function is not deployed by this environment',
    ],
  ])('of %s', async (_what, route, why) => {
    expect(await expected({ routes: [aRoute('GET /x', route)] })).toMatchObject({ notTried: [why] });
  });

  it('of a function that is not Node.js', async () => {
    const functions = [aFunction({ runtime: 'python3.13' })];
    expect(await expected({ routes: [aRoute('GET /x', { auth: cognito() })] }, { functions })).toMatchObject({
      notTried: ['GET /x with the ID token: its function runs on python3.13, and only Node.js runs here'],
    });
  });

  it('of a body that its model would not take, and refusals are tried all the same', async () => {
    const schema = '{"type":"string","pattern":"^[0-9]{9}$"}';
    const models = [{ address: 'm', name: 'nine', contentType: 'application/json', schema }];
    const requestModels = { 'application/json': 'nine' };
    const route = aRoute('POST /x', { auth: cognito(), requestModels, validator: { body: true, parameters: false } });
    const found = await expected({ models, routes: [route] });
    expect(found).toMatchObject({
      'without a token': 401,
      notTried: ['POST /x with the ID token: no body could be made up that its model accepts'],
    });
    expect(found).not.toHaveProperty('with the ID token');
  });
});

describe('what is sent', () => {
  it('is a body that the model takes, and one that it refuses', async () => {
    const schema = '{"type":"object","required":["item"],"properties":{"item":{"type":"string"}}}';
    const models = [{ address: 'm', name: 'order', contentType: 'application/json', schema }];
    const route = aRoute('POST /x', {
      requestModels: { 'application/json': 'order' },
      validator: { body: true, parameters: false },
    });
    const { checks } = await checksOf({ models, routes: [route] });
    expect(checks[0]).toMatchObject({ init: { method: 'POST', body: '{"item":"example"}' } });
    expect(checks.at(-1)).toMatchObject({
      name: 'POST /x without a token and a bad body',
      init: { body: '{}' },
      expected: { status: 400, body: '{"message":"Invalid request body"}' },
    });
  });

  it('has what the validator asks for, and the token where the authorizer looks', async () => {
    const requestParameters = { 'method.request.querystring.page': true, 'method.request.header.X-Tenant': true };
    const authorizers = [anAuthorizer({ identitySource: 'method.request.header.X-Token' })];
    const { checks } = await checksOf({
      authorizers,
      routes: [aRoute('GET /x', { auth: cognito(), requestParameters })],
    });
    expect(checks[1]).toMatchObject({
      path: '/x?page=1',
      init: { headers: { 'X-Tenant': '1', 'X-Token': 'Bearer id' } },
    });
  });

  it('may make a function fail where no model says what the body is', async () => {
    const { checks } = await checksOf({ routes: [aRoute('POST /x')] });
    expect(checks[0]).toMatchObject({ init: { body: '{}' }, expected: { status: 'let in or fails' } });
  });
});
