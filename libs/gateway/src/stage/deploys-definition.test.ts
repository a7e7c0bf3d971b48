import { lambda } from '../../testing/api';
import {
  type Changes,
  deploys,
  integrationPart,
  type Part,
  partOf,
  stays,
  verdictsOf,
} from '../../testing/deployments';
import {
  type Answer,
  type ApiPolicyStatement,
  Auth,
  type GatewayResponseOptions,
  IdentitySource,
  Integration,
  type LambdaTarget,
  type RequestAuthorizerOptions,
  ResponseValue,
  type ResponseOptions,
  type TokenAuthorizerOptions,
} from '../index';

// What a deployment copies beside what deploys.test.ts has: each option of each.

/** A function is a construct of the API's stack. */
type WithoutFunction<Options> = Omit<Options, 'function'> & { readonly function: 'one' | 'two' };

type OfBoth = Pick<WithoutFunction<TokenAuthorizerOptions>, 'function' | 'resultsCacheTtlSeconds' | 'role'>;

const integration = Integration.mock();
const ofAuthorizers: Changes<OfBoth> = {
  function: deploys({ function: 'two' }),
  resultsCacheTtlSeconds: deploys({ resultsCacheTtlSeconds: 60 }),
  role: deploys({ role: { arn: 'arn:aws:iam::123456789012:role/gateway' } }),
};

const functionsIn = (scope: Parameters<typeof lambda>[0]): Readonly<Record<'one' | 'two', LambdaTarget>> => ({
  one: lambda(scope, 'one'),
  two: lambda(scope, 'two'),
});

const parts: Readonly<Record<string, Part>> = {
  'a token authorizer': partOf<WithoutFunction<TokenAuthorizerOptions>>(
    { function: 'one' },
    {
      ...ofAuthorizers,
      header: deploys({ header: 'X-Token' }),
      tokenPattern: deploys({ tokenPattern: 'a.*' }),
    },
    (api, options, scope) => {
      const called = functionsIn(scope)[options.function];
      const authorizer = api.addTokenAuthorizer('partners', { ...options, function: called });
      api.addRoute('GET /a', { auth: Auth.custom('partners'), authorizer, integration });
    },
  ),
  'a request authorizer': partOf<WithoutFunction<RequestAuthorizerOptions>>(
    { function: 'one', identitySources: [IdentitySource.header('X-Partner')] },
    { ...ofAuthorizers, identitySources: deploys({ identitySources: [IdentitySource.header('X-Other')] }) },
    (api, options, scope) => {
      const called = functionsIn(scope)[options.function];
      const authorizer = api.addRequestAuthorizer('partners', { ...options, function: called });
      api.addRoute('GET /a', { auth: Auth.custom('partners'), authorizer, integration });
    },
  ),
  'an answer': integrationPart<Answer>(
    { status: 200, when: '2..' },
    {
      status: deploys({ status: 202 }),
      when: deploys({ when: '20.' }),
      headers: deploys({ headers: { 'X-A': ResponseValue.header('X-B') } }),
      templates: deploys({ templates: { 'application/json': '{}' } }),
      contentHandling: deploys({ contentHandling: 'text' }),
    },
    (answer) => Integration.customHttp({ url: 'https://a.test', answers: [{ status: 500 }, answer] }),
  ),
  'a gateway response': partOf<GatewayResponseOptions>(
    { statusCode: 429 },
    {
      statusCode: deploys({ statusCode: 503 }),
      headers: deploys({ headers: { 'Retry-After': '1' } }),
      templates: deploys({ templates: { 'application/json': '{}' } }),
    },
    (api, options) => api.addGatewayResponse('THROTTLED', options),
  ),
  'a response of a route': partOf<ResponseOptions>(
    {},
    {
      description: stays({ description: 'there is none' }),
      body: deploys({ body: { type: 'object' } }),
      headers: deploys({ headers: ['X-Reason'] }),
    },
    (api, options) => api.addRoute('GET /a', { auth: Auth.public('a test'), integration, responses: { 404: options } }),
  ),
  'a model': partOf<{ readonly required: string[] }>(
    { required: ['a'] },
    { required: deploys({ required: ['b'] }) },
    (api, { required }) => {
      const body = api.addModel('Report', { type: 'object', required });
      api.addRoute('POST /a', { auth: Auth.public('a test'), integration, body });
    },
  ),
  'a statement of the resource policy': partOf<ApiPolicyStatement>(
    { effect: 'Allow', principals: '*' },
    {
      effect: deploys({ effect: 'Deny' }),
      principals: deploys({ principals: ['123456789012'] }),
      routes: deploys({ routes: ['GET /'] }),
      conditions: deploys({ conditions: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } }),
    },
    () => undefined,
    (statement) => ({ policy: [statement] }),
  ),
};

describe.each(['resources', 'openapi'] as const)('of an API written as %s', (definition) => {
  it.each(verdictsOf(parts, definition))('$name: deploys $expected', ({ expected, found }) => {
    expect(found()).toBe(expected);
  });
});
