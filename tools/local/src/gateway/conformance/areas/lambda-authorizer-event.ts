import { type Area } from '../area';
import { pages } from '../pages';
import { api, arn, eventOf, rows, says } from './lambda-authorizer-api';

const { differs, row } = rows;

const events = [
  row('TOKEN: the event is type, token and method ARN', pages.authorizerInput, async ({ call }) => {
    expect(eventOf(await call('GET /token/1', says({})))).toEqual({
      type: 'TOKEN',
      authorizationToken: '{}',
      methodArn: `${arn}/GET/token/1`,
    });
  }),
  row('REQUEST: the event has the parameters of the request', pages.authorizerInput, async ({ call }) => {
    const answer = await call('POST /request/7?team=a', { ...says({}, 'X-Said'), body: 'secret' });
    expect(eventOf(answer)).toMatchObject({
      type: 'REQUEST',
      methodArn: `${arn}/POST/request/7`,
      resource: '/request/{id}',
      path: '/request/7',
      httpMethod: 'POST',
      headers: { 'X-Said': '{}' },
      queryStringParameters: { team: 'a' },
      pathParameters: { id: '7' },
      stageVariables: { region: 'north' },
      requestContext: { stage: 'local', identity: { sourceIp: '127.0.0.1' } },
    });
  }),
  row('REQUEST: the event has no body', pages.authorizerInput, async ({ call }) => {
    const event = eventOf(await call('POST /request/7?team=a', { ...says({}, 'X-Said'), body: 'secret' }));
    expect(Object.keys(event)).not.toContain('body');
    expect(JSON.stringify(event)).not.toContain('secret');
  }),
  row('REQUEST: maps without entries are empty', pages.authorizerInput, async ({ call }) => {
    const event = eventOf(await call('GET /anything', says({}, 'X-Said')));
    expect(event).toMatchObject({ queryStringParameters: {}, pathParameters: {} });
  }),
  row('REQUEST: each identity source must be there', pages.createAuthorizer, async ({ call, refusals }) => {
    expect((await call('GET /request/7', says({}, 'X-Said'))).status).toBe(401);
    expect((await call('GET /request/7?team=', says({}, 'X-Said'))).status).toBe(401);
    expect((await call('GET /request/7?team=a')).status).toBe(401);
    expect(refusals.map((line) => / it lacks (\S+)\./.exec(line)?.[1])).toEqual([
      'method.request.querystring.team',
      'method.request.querystring.team',
      'method.request.header.X-Said',
    ]);
  }),
  row('REQUEST: without identity sources the function is always called', pages.createAuthorizer, async ({ call }) => {
    const calls = async () => (await call('GET /anything', says({}, 'X-Said'))).json().requestContext.authorizer.calls;
    expect(await calls()).not.toBe(await calls());
  }),
];

const cache = [
  row('With a TTL the result for a token is cached', pages.createAuthorizer, async ({ call }) => {
    const said = says({ resource: '*' });
    const calls = async () => (await call('GET /cached/1', said)).json().requestContext.authorizer.calls;
    expect(await calls()).toBe(await calls());
  }),
  row(
    'A cached policy is held against each method',
    'https://repost.aws/knowledge-center/api-gateway-lambda-authorization-errors',
    async ({ call }) => {
      const said = says({ resource: `${arn}/GET/cached/1`, seed: 'each' });
      const statuses = [];
      for (const id of ['1', '2', '1']) statuses.push((await call(`GET /cached/${id}`, said)).status);
      expect(statuses).toEqual([200, 403, 200]);
    },
  ),
  row('Another token is another caller', pages.createAuthorizer, async ({ call }) => {
    expect((await call('GET /cached/1', says({ effect: 'Deny' }))).status).toBe(403);
    expect((await call('GET /cached/1', says({ effect: 'Allow' }))).status).toBe(200);
  }),
  row('A failure is not cached', pages.createAuthorizer, async ({ call, problems }) => {
    expect((await call('GET /cached/1', says('throw boom'))).status).toBe(500);
    expect((await call('GET /cached/1', says('throw boom'))).status).toBe(500);
    expect(problems).toHaveLength(2);
  }),
  row('A TTL of 0 calls the function each time', pages.createAuthorizer, async ({ call }) => {
    const calls = async () => (await call('GET /token/1', says({}))).json().requestContext?.authorizer.calls;
    expect(await calls()).not.toBe(await calls());
  }),
  differs(
    'A validation expression must match the token as a whole',
    pages.createAuthorizer,
    'AWS does not say whether a part is enough; this is the safe reading',
    async ({ call }) => {
      expect((await call('GET /pattern', says({}))).status).toBe(200);
      expect((await call('GET /pattern', says('Bearer {}'))).status).toBe(401);
    },
  ),
];

/** What authorizers of type TOKEN and REQUEST get, and how long it holds. */
export const lambdaAuthorizerEvents: Area = { apis: [api], rows: [...events, ...cache] };
