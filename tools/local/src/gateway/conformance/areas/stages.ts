import { bearer, idToken } from '../../testing/call';
import { anAuthorizer, aRoute, aStage } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { aMock, aResponse, aTemplate } from '../mocks';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

const format =
  '{"path":"$context.path","resource":"$context.resourcePath","status":$context.status,"bytes":$context.responseLength,' +
  '"sub":"$context.authorizer.claims.sub","who":"$context.authorizer.claims[\'cognito:username\']","claims":"$context.authorizer.claims",' +
  '"integration":"$context.integration.status","integrationStatus":"$context.integrationStatus","error":"$context.error.message",' +
  '"type":"$context.error.responseType","verb":"$context.httpMethod","stage":"$context.stage","ip":"$context.identity.sourceIp",' +
  '"agent":"$context.identity.userAgent","protocol":"$context.protocol","domain":"$context.domainName","none":"$context.nothing"}';
const times =
  '$context.requestId|$context.extendedRequestId|$context.requestTimeEpoch|$context.responseLatency|$context.integration.latency|$context.requestTime';

const routes = [
  aTemplate('/variable', '$stageVariables.team'),
  aRoute('GET /me', { integration: theFunction, auth: { kind: 'cognito', authorizerId: 'users', scopes: [] } }),
  aRoute('POST /result', { integration: theFunction }),
  aMock('GET /mock', { responses: [aResponse({ responseTemplates: { 'application/json': 'hello' } })] }),
];
const stage = (name: string, log: string, team = 'none') =>
  aStage({
    name,
    variables: { team },
    accessLog: { destinationArn: 'arn:aws:logs:eu-west-1:1:log-group:x', format: log },
  });
const api = conformanceApi('stages', {
  authorizers: [anAuthorizer({ id: 'users' })],
  routes,
  stages: [stage('local', format, 'ada'), stage('times', times, 'ben'), aStage({ name: 'quiet' })],
});
const { differs, row } = rowsOf(api);

const logs = (
  name: string,
  title: string,
  expected: object,
  sent?: () => Promise<object>,
  source = pages.accessLogVariables,
) =>
  row(name, source, async ({ call, accessLog }) => {
    await call(title, await sent?.());
    expect(accessLog).toHaveLength(1);
    expect(JSON.parse(accessLog[0]!)).toMatchObject(expected);
  });
const ada = async () => bearer(await idToken({ 'cognito:username': 'ada' }));

const headersOf = (
  name: string,
  title: string,
  check: (header: (name: string) => string | undefined) => void,
  body = '',
  source = pages.recordedAnswer,
) => row(name, source, async ({ call }) => check((await call(title, { body })).header));

/** Stages, access logs, and the headers of each answer. */
export const stages: Area = {
  apis: [api],
  rows: [
    row('Each stage has its variables', pages.stageVariables, async ({ send }) => {
      for (const [name, team] of [
        ['local', 'ada'],
        ['times', 'ben'],
      ])
        expect((await send(`GET /${name}/variable`)).body).toBe(team);
    }),
    row('A stage is a part of the path, with its case', pages.deployment, async ({ send }) => {
      for (const path of ['/LOCAL/mock', '/local2/mock', '/loca/mock', '/%6Cocal/mock'])
        expect((await send(`GET ${path}`)).status).toBe(403);
    }),
    row('A stage without access log writes none', pages.accessLog, async ({ send, accessLog }) => {
      await send('GET /quiet/mock');
      expect(accessLog).toEqual([]);
    }),
    logs(
      'A request is one line in the format of the stage',
      'GET /mock',
      {
        path: '/local/mock',
        resource: '/mock',
        status: 200,
        bytes: 5,
        verb: 'GET',
        stage: 'local',
        protocol: 'HTTP/1.1',
      },
      undefined,
      pages.accessLog,
    ),
    logs('Claims of the token are logged', 'GET /me', { sub: 'user-1', who: 'ada' }, ada),
    logs('All claims together are none', 'GET /me', { claims: '-' }, ada),
    logs('A variable without a value is -', 'GET /mock', { none: '-', error: '-', sub: '-' }),
    logs(
      'The caller is logged',
      'GET /mock',
      { ip: '127.0.0.1', agent: 'curl/8', domain: 'api.example.com' },
      async () => ({
        headers: [
          ['User-Agent', 'curl/8'],
          ['Host', 'api.example.com'],
        ],
      }),
    ),
    logs(
      'The status of a function that answered is 200, whatever it answered',
      'POST /result',
      { status: 404, integration: '200', integrationStatus: '200' },
      async () => ({ body: '{"statusCode":404}' }),
      pages.context,
    ),
    logs(
      'A malformed answer is logged as 502',
      'POST /result',
      { status: 502, type: 'DEFAULT_5XX', error: 'Internal server error' },
      async () => ({ body: '[]' }),
    ),
    logs('A refusal is logged with its type', 'GET /me', { status: 401, type: 'UNAUTHORIZED', error: 'Unauthorized' }),
    logs('What matched no method is logged', 'GET /nowhere', {
      status: 403,
      resource: '-',
      type: 'MISSING_AUTHENTICATION_TOKEN',
    }),
    row('Ids and times are logged', pages.accessLogVariables, async ({ send, accessLog }) => {
      const answer = await send('GET /times/mock');
      const [id, extended, epoch, latency, integration, time] = accessLog[0]!.split('|');
      expect([id, extended]).toEqual([answer.header('x-amzn-requestid'), answer.header('x-amz-apigw-id')]);
      expect([epoch, latency, integration].join()).toMatch(/^\d{13},\d+,\d+$/);
      expect(time).toMatch(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/);
    }),
    headersOf('Each answer has a request id', 'GET /mock', (header) =>
      expect(header('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/),
    ),
    headersOf('Each answer has an extended request id', 'GET /mock', (header) =>
      expect(header('x-amz-apigw-id')).toMatch(/^.{15}=$/),
    ),
    headersOf(
      'The answer of a function has a trace id',
      'POST /result',
      (header) => expect(header('X-Amzn-Trace-Id')).toMatch(/^Root=1-/),
      '{}',
    ),
    headersOf('The answer of a MOCK has none', 'GET /mock', (header) =>
      expect(header('X-Amzn-Trace-Id')).toBeUndefined(),
    ),
    headersOf(
      'An answer of API Gateway itself has none',
      'POST /result',
      (header) => expect(header('X-Amzn-Trace-Id')).toBeUndefined(),
      '[]',
    ),
    ...['Connection', 'Content-Length', 'Date', 'Server', 'WWW-Authenticate'].map((name) =>
      headersOf(
        `${name} of a function goes out as x-amzn-Remapped-${name}`,
        'POST /result',
        (header) => {
          expect(header(`x-amzn-Remapped-${name}`)).toBe('mine');
          expect(header(name)).not.toBe('mine');
        },
        JSON.stringify({ headers: { [name]: 'mine' } }),
        pages.importantNotes,
      ),
    ),
    headersOf(
      'Transfer-Encoding of a function does not go out',
      'POST /result',
      (header) =>
        expect([header('Transfer-Encoding'), header('x-amzn-Remapped-Transfer-Encoding')]).toEqual([
          undefined,
          undefined,
        ]),
      '{"headers":{"Transfer-Encoding":"chunked"}}',
      pages.importantNotes,
    ),
    differs(
      'Nothing is cached',
      pages.caching,
      'a cache on a laptop would hide what is being worked on',
      async ({ call }) => {
        const ids = [await call('GET /mock'), await call('GET /mock')].map((answer) =>
          answer.header('x-amzn-requestid'),
        );
        expect(ids[0]).not.toBe(ids[1]);
      },
    ),
  ],
};
