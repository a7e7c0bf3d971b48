import { type Integration } from '@gatehouse/surface';
import { aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { aResponse } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const to = (
  title: string,
  uri: string,
  overrides: Partial<Integration> = {},
  responses: Record<string, boolean> = {},
) =>
  aRoute(title, {
    integration: lambdaIntegration({ type: 'HTTP_PROXY', uri, method: 'ANY', ...overrides }),
    responses: [{ statusCode: '200', responseParameters: responses }],
  });
const http = { type: 'HTTP', method: 'POST' } as const;
const header = 'method.response.header.X-Seen';

const api = conformanceApi('http', {
  stages: [aStage({ variables: { host: 'BACKEND' } })],
  routes: [
    to('ANY /proxy/{id}', 'BACKEND/there/{id}?fixed=1', {
      requestParameters: {
        'integration.request.path.id': 'method.request.path.id',
        'integration.request.header.X-Stage': 'context.stage',
        'integration.request.header.X-Literal': "'yes'",
        'integration.request.header.X-Asked': 'method.request.querystring.asked',
        'integration.request.querystring.added': 'method.request.header.X-Add',
        'integration.request.header.X-All': 'method.request.multivalueheader.X-Many',
        'integration.request.querystring.all': 'method.request.multivaluequerystring.many',
      },
    }),
    to('GET /variable', '${stageVariables.host}/from-variable'),
    to('ANY /as-put', 'BACKEND/there', { method: 'PUT' }),
    to('GET /never', 'BACKEND/never', { timeout: 50 }),
    to('GET /secure', 'SECURE_BACKEND/there', { method: 'GET' }),
    to('GET /insecure', 'SECURE_BACKEND/there', { method: 'GET', insecureTls: true }),
    to('GET /dead', 'http://127.0.0.1:9/'),
    to('GET /status/{code}', 'BACKEND/status/{code}', {
      requestParameters: { 'integration.request.path.code': 'method.request.path.code' },
    }),
    to('POST /mapped', 'BACKEND/there', {
      ...http,
      requestTemplates: { 'application/json': '{"wrapped":$input.json(\'$.a\')}' },
      requestParameters: { 'integration.request.header.X-Pet': 'method.request.body.pets[0].name' },
      responses: [aResponse({ responseTemplates: { 'application/json': "$input.path('$.body')" } })],
    }),
    to('POST /raw', 'BACKEND/there', { ...http, responses: [aResponse()] }),
    to(
      'POST /shaped',
      'BACKEND/there',
      {
        ...http,
        responses: [
          aResponse({ statusCode: '500', selectionPattern: '5\\d\\d' }),
          aResponse({ responseParameters: { [header]: 'integration.response.header.X-Backend' } }),
        ],
      },
      { [header]: true },
    ),
    to(
      'POST /json-path',
      'BACKEND/there',
      {
        ...http,
        responses: [aResponse({ responseParameters: { [header]: 'integration.response.body.items[0].id' } })],
      },
      { [header]: true },
    ),
  ],
});
const { answers, row } = rowsOf(api);

interface Asked {
  method: string;
  url: string;
  rawHeaders: string[];
  body: string;
}
const headerOf = ({ rawHeaders }: Asked, wanted: string): string | undefined =>
  rawHeaders[rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === wanted) + 1];

/** What the backend was asked. */
const asks = (
  name: string,
  title: string,
  check: (asked: Asked) => void,
  sent: object = {},
  source = pages.httpIntegration,
) => row(name, source, async ({ call }) => check((await call(title, sent)).json() as Asked));

const requests = [
  asks(
    'HTTP_PROXY passes the verb and the body on',
    'PUT /proxy/7',
    ({ method, body }) => expect([method, body]).toEqual(['PUT', 'hello']),
    { body: 'hello' },
  ),
  asks('HTTP_PROXY passes the query string on, behind that of the URI', 'GET /proxy/7?a=1&a=2', ({ url }) =>
    expect(url).toBe('/there/7?fixed=1&a=1&a=2'),
  ),
  asks(
    'HTTP_PROXY passes headers on',
    'GET /proxy/7',
    (asked) => expect([headerOf(asked, 'x-mine'), headerOf(asked, 'authorization')]).toEqual(['kept', 'Bearer x']),
    { headers: [...Object.entries({ 'X-Mine': 'kept', Authorization: 'Bearer x' })] },
  ),
  asks(
    'The Host header is not passed on',
    'GET /proxy/7',
    (asked) => expect(headerOf(asked, 'host')).not.toBe('api.example.com'),
    { headers: [['Host', 'api.example.com']] },
    pages.importantNotes,
  ),
  asks(
    'A path parameter fills the URI',
    'GET /proxy/a%2Fb',
    ({ url }) => expect(url).toMatch(/^\/there\/a%2Fb\?/),
    {},
    pages.dataMapping,
  ),
  asks(
    'A context variable and a literal are headers',
    'GET /proxy/7',
    (asked) => expect([headerOf(asked, 'x-stage'), headerOf(asked, 'x-literal')]).toEqual(['local', 'yes']),
    {},
    pages.dataMapping,
  ),
  asks(
    'A header may be mapped to the query string',
    'GET /proxy/7',
    ({ url }) => expect(url).toContain('added=a+b'),
    { headers: [['X-Add', 'a b']] },
    pages.dataMapping,
  ),
  asks(
    'A line break from a query string is escaped in a header',
    'GET /proxy/7?asked=a%0D%0AX-Evil:%20b',
    (asked) => {
      expect(headerOf(asked, 'x-asked')).toBe('a%0D%0AX-Evil: b');
      expect(asked.rawHeaders).not.toContain('X-Evil');
    },
    {},
    pages.dataMapping,
  ),
  asks(
    'All values of a header, or of a parameter, are mapped together',
    'GET /proxy/7?many=1&many=2',
    (asked) => {
      expect(headerOf(asked, 'x-all')).toBe('a,b');
      expect(asked.url).toContain('all=1%2C2');
    },
    {
      headers: [
        ['X-Many', 'a'],
        ['x-many', 'b'],
      ],
    },
    pages.dataMapping,
  ),
  asks('X-Forwarded-For and the id of the API are added', 'GET /proxy/7', (asked) =>
    expect([headerOf(asked, 'x-forwarded-for'), headerOf(asked, 'x-amzn-apigateway-api-id')]).toEqual([
      '127.0.0.1',
      'http',
    ]),
  ),
  asks(
    'A stage variable is part of the URI',
    'GET /variable',
    ({ url }) => expect(url).toBe('/from-variable'),
    {},
    pages.stageVariables,
  ),
  asks('The verb of the integration goes before that of the method', 'POST /as-put', ({ method }) =>
    expect(method).toBe('PUT'),
  ),
  asks(
    'HTTP passes nothing on but the body',
    'POST /raw?a=1',
    (asked) => {
      expect([asked.url, asked.body, headerOf(asked, 'content-type')]).toEqual([
        '/there',
        '{"a":1}',
        'application/json',
      ]);
      expect(asked.rawHeaders).not.toContain('X-Mine');
    },
    { headers: [['X-Mine', 'lost']], body: '{"a":1}' },
  ),
  asks('HTTP names API Gateway as the user agent', 'POST /raw', (asked) =>
    expect(headerOf(asked, 'user-agent')).toBe('AmazonAPIGateway_http'),
  ),
  answers(
    'HTTP maps the request and the answer by templates',
    pages.dataMapping,
    'POST /mapped',
    { status: 200, body: '{"wrapped":[1]}' },
    { body: '{"a":[1]}' },
  ),
];

const responses = [
  answers('HTTP_PROXY passes status and headers back', pages.httpIntegration, 'GET /proxy/7', {
    status: 207,
    headers: { 'x-backend': 'yes', 'set-cookie': 'a=1, b=2' },
  }),
  answers('Headers of API Gateway itself are remapped', pages.importantNotes, 'GET /proxy/7', {
    status: 207,
    headers: { server: undefined, 'x-amzn-remapped-server': 'mine' },
  }),
  answers('HTTP_PROXY passes an error of the backend on', pages.httpIntegration, 'GET /status/503', { status: 503 }),
  answers('HTTP answers with the status of the integration response', pages.integrationResponse, 'POST /raw', {
    status: 200,
  }),
  answers('HTTP passes no header back', pages.integrationResponse, 'POST /raw', {
    status: 200,
    headers: { 'x-backend': undefined, 'set-cookie': undefined },
  }),
  answers('HTTP maps a header of the backend', pages.dataMapping, 'POST /shaped', {
    status: 200,
    headers: { 'x-seen': 'yes' },
  }),
  answers('HTTP maps a member of the body of the backend', pages.dataMapping, 'POST /json-path', {
    status: 200,
    headers: { 'x-seen': '7' },
  }),
  row('A backend that does not answer in time is 504', pages.limits, async ({ call, problems }) => {
    const answer = await call('GET /never');
    expect([answer.status, answer.body]).toEqual([504, message('Endpoint request timed out')]);
    expect(problems[0]).toContain('did not answer within 50 ms');
  }),
  row('A certificate that nobody vouches for is 500', pages.certificateErrors, async ({ call, problems }) => {
    const answer = await call('GET /secure');
    expect([answer.status, answer.body]).toEqual([500, message('Internal server error')]);
    expect(problems[0]).toContain('self-signed certificate');
  }),
  answers('It is taken with insecure_skip_verification', pages.tlsConfig, 'GET /insecure', { status: 207 }),
  row('A backend that cannot be reached is 504', pages.gatewayResponseTypes, async ({ call, problems }) => {
    const answer = await call('GET /dead');
    expect([answer.status, answer.body]).toEqual([504, message('Network error communicating with endpoint')]);
    expect(problems[0]).toContain('GET http://127.0.0.1:9/: connect ECONNREFUSED');
  }),
];

/** HTTP and HTTP_PROXY integrations. */
export const httpBackends: Area = { apis: [api], rows: [...requests, ...responses] };
