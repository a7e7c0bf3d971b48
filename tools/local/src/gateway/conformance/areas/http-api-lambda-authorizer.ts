import { type HttpAuthorizer } from '@gatehouse/surface';
import { anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { aFunctionCall, closedArn, conformanceHttpApi, echo, httpFunctionArn } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';

const SAID = '$request.header.X-Said';

const lambda = (id: string, overrides: Partial<HttpAuthorizer> = {}): HttpAuthorizer => ({
  ...{ address: `aws_apigatewayv2_authorizer.${id}`, id, name: id, type: 'REQUEST', audience: [] },
  ...{ uri: httpFunctionArn, identitySources: [SAID], payloadFormat: '2.0', simpleResponses: true, resultTtl: 0 },
  ...overrides,
});

const invokePath = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${httpFunctionArn}/invocations`;
const policy = { simpleResponses: false };
const several = [SAID, '$request.querystring.team', '$stageVariables.region', '$context.routeKey'];

const authorizers = [
  lambda('simple', { uri: invokePath }),
  lambda('policy', policy),
  lambda('old', { payloadFormat: '1.0', ...policy }),
  lambda('cached', { resultTtl: 300 }),
  lambda('cached-policy', { resultTtl: 300, ...policy }),
  lambda('by-route', { resultTtl: 300, identitySources: [SAID, '$context.routeKey'] }),
  lambda('several', { identitySources: several }),
  lambda('anything', { identitySources: [] }),
  lambda('closed', { uri: closedArn }),
];

const guarded = (routeKey: string, authorizerId: string, integration = aFunctionCall()) =>
  echo(routeKey, { integration, auth: { kind: 'custom', authorizerId } });

const api = conformanceHttpApi('http-lambda', {
  authorizers,
  routes: [
    ...authorizers.map(({ id }) => guarded(`GET /${id}/{item}`, id)),
    guarded('GET /v1/{item}', 'policy', aFunctionCall({ payloadFormat: '1.0' })),
  ],
  stages: [anHttpStage({ variables: { region: 'north' } })],
});
const { differs, row } = rowsOf(api);

const says = (said: object) => ({ headers: [['X-Said', JSON.stringify(said)]] as [string, string][] });
const contextOf = (answer: { json(): { requestContext: { authorizer: { lambda: object } } } }) =>
  answer.json().requestContext.authorizer.lambda as { calls: number; event: Record<string, unknown> } | null;

const arn = 'arn:aws:execute-api:eu-west-1:123456789012:http-lambda/$default';

const refuses = (
  name: string,
  source: string,
  [path, said]: [string, object | undefined],
  [status, text]: [number, string],
  why: string,
) =>
  row(name, source, async ({ call, problems, refusals }) => {
    const answer = await call(`GET ${path}`, said === undefined ? {} : says(said));
    expect([answer.status, answer.body]).toEqual([status, message(text)]);
    expect([...problems, ...refusals]).toEqual([expect.stringContaining(why)]);
  });

const unauthorized: [number, string] = [401, 'Unauthorized'];
const forbidden: [number, string] = [403, 'Forbidden'];
const failed: [number, string] = [500, 'Internal Server Error'];
const page = httpPages.lambdaAuthorizer;

const refusals = [
  refuses(
    'Without an identity source it is 401, and the function is not called',
    page,
    ['/simple/1', undefined],
    unauthorized,
    'it lacks $request.header.X-Said',
  ),
  refuses(
    'isAuthorized: false is 403',
    page,
    ['/simple/1', { allow: false }],
    forbidden,
    'authorizer simple does not allow it',
  ),
  refuses('A policy that denies is 403', page, ['/policy/1', { effect: 'Deny' }], forbidden, 'does not allow it'),
  refuses(
    'A policy about another route is 403',
    page,
    ['/policy/1', { effect: 'Allow', resource: `${arn}/GET/other` }],
    forbidden,
    'does not allow it',
  ),
  refuses(
    'The error Unauthorized is 401',
    httpPages.endpoint,
    ['/simple/1', { result: { errorMessage: 'Unauthorized' } }],
    unauthorized,
    'says Unauthorized',
  ),
  refuses('A function that throws is 500', page, ['/simple/1', { throw: 'boom' }], failed, 'boom'),
  refuses(
    'A simple answer without isAuthorized is 500',
    page,
    ['/simple/1', { result: {} }],
    failed,
    'returned no isAuthorized',
  ),
  refuses(
    'A policy where simple answers are on is 500',
    page,
    ['/simple/1', { effect: 'Allow' }],
    failed,
    'returned no isAuthorized',
  ),
  refuses(
    'A simple answer where they are off is 500',
    page,
    ['/policy/1', { allow: true }],
    failed,
    'returned no policyDocument',
  ),
  refuses('A result that is no object is 500', page, ['/simple/1', { result: 'yes' }], failed, 'returned no object'),
  refuses(
    'A function that does not let the API call it is 500',
    page,
    ['/closed/1', {}],
    failed,
    'no aws_lambda_permission lets',
  ),
];

const grants = [
  row('isAuthorized: true lets the request pass', page, async ({ call }) => {
    expect((await call('GET /simple/1', says({}))).status).toBe(200);
  }),
  row('A policy that allows the route lets it pass', page, async ({ call }) => {
    expect((await call('GET /policy/1', says({ effect: 'Allow' }))).status).toBe(200);
    expect((await call('GET /policy/1', says({ effect: 'Allow', resource: `${arn}/GET/policy/*` }))).status).toBe(200);
  }),
  row('The context keeps its types', page, async ({ call }) => {
    const context = { text: 'a', number: 1, flag: true, list: ['x'], deep: { a: null } };
    expect(contextOf(await call('GET /simple/1', says({ context })))).toEqual(context);
  }),
  row('Without a context the function gets null', httpPages.endpoint, async ({ call }) => {
    expect(contextOf(await call('GET /simple/1', says({ context: null })))).toBeNull();
  }),
  row('With payload format 1.0 the context is flat, with the principal', page, async ({ call }) => {
    const answer = await call('GET /v1/1', says({ effect: 'Allow', context: { team: 'red', number: 1 } }));
    expect(answer.json().requestContext.authorizer).toEqual({ principalId: 'ada', team: 'red', number: 1 });
  }),
];

const events = [
  row('The event 2.0 has the route and a list of identity sources, and no body', page, async ({ call }) => {
    const { event } = contextOf(await call('GET /simple/1?a=1', says({})))!;
    expect(event).toMatchObject({
      ...{ version: '2.0', type: 'REQUEST', routeArn: `${arn}/GET/simple/1`, identitySource: ['{}'] },
      ...{ routeKey: 'GET /simple/{item}', rawPath: '/simple/1', rawQueryString: 'a=1', pathParameters: { item: '1' } },
      ...{ stageVariables: { region: 'north' }, requestContext: { http: { method: 'GET' } } },
    });
    expect(Object.keys(event)).not.toEqual(expect.arrayContaining(['body']));
    expect(event).not.toHaveProperty('isBase64Encoded');
  }),
  row('The event 1.0 has methodArn, and the sources as one text', page, async ({ call }) => {
    const said = { effect: 'Allow' };
    const { event } = contextOf(await call('GET /old/1', says(said)))!;
    expect(event).toMatchObject({
      ...{ version: '1.0', type: 'REQUEST', methodArn: `${arn}/GET/old/1`, resource: '/old/{item}', httpMethod: 'GET' },
      ...{ identitySource: JSON.stringify(said), authorizationToken: JSON.stringify(said), path: '/old/1' },
    });
    expect(event).not.toHaveProperty('body');
  }),
  row('Headers, query, stage variables and context may identify a caller', page, async ({ call }) => {
    const { event } = contextOf(await call('GET /several/1?team=red', says({})))!;
    expect(event['identitySource']).toEqual(['{}', 'red', 'north', 'GET /several/{item}']);
    expect((await call('GET /several/1', says({}))).status).toBe(401);
  }),
  row('Without identity sources the function is always called', page, async ({ call }) => {
    expect(contextOf(await call('GET /anything/1'))?.event['identitySource']).toEqual([]);
  }),
];

const callsOf = async (answering: Promise<Parameters<typeof contextOf>[0]>) => contextOf(await answering)?.calls;

const cache = [
  row('Without a TTL each request asks again', page, async ({ call }) => {
    const [first, second] = [
      await callsOf(call('GET /simple/1', says({}))),
      await callsOf(call('GET /simple/1', says({}))),
    ];
    expect(second).not.toBe(first);
  }),
  row('With one, the same identity is asked once for all routes of the authorizer', page, async ({ call }) => {
    const first = await callsOf(call('GET /cached/1', says({})));
    expect(await callsOf(call('GET /cached/2', says({})))).toBe(first);
    expect(await callsOf(call('GET /cached/1', says({ other: 1 })))).not.toBe(first);
  }),
  row('$context.routeKey as a source splits the cache by route', page, async ({ call }) => {
    const first = await callsOf(call('GET /by-route/1', says({})));
    expect(await callsOf(call('GET /by-route/1', says({})))).toBe(first);
  }),
  row('A refusal is kept too', httpPages.endpoint, async ({ call }) => {
    const said = says({ effect: 'Allow', resource: `${arn}/GET/cached-policy/1` });
    expect((await call('GET /cached-policy/1', said)).status).toBe(200);
    expect((await call('GET /cached-policy/2', said)).status).toBe(403);
    expect((await call('GET /cached-policy/1', said)).status).toBe(200);
  }),
  differs(
    'routeArn has the path that was asked for',
    page,
    'AWS does not say whether it is the path or the route’s template',
    async ({ call }) => {
      expect(contextOf(await call('GET /simple/42', says({})))?.event['routeArn']).toBe(`${arn}/GET/simple/42`);
    },
  ),
];

/** Lambda authorizers. */
export const httpApiLambdaAuthorizers: Area = { httpApis: [api], rows: [...refusals, ...grants, ...events, ...cache] };
