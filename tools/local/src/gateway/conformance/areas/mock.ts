import { type Area } from '../area';
import { aMock, aResponse } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const json = 'application/json';
const byCode = [aResponse(), aResponse({ statusCode: '404', selectionPattern: '40\\d' })];
const code = { [json]: '{"statusCode": $input.params("code")}' };
const withHeaders = aResponse({
  responseParameters: {
    'method.response.header.Cache-Control': "'no-store'",
    'method.response.header.X-Request': 'context.requestId',
    'method.response.header.X-Asked': 'method.request.querystring.asked',
    'method.response.header.Content-Type': "'application/problem+json'",
  },
  responseTemplates: { [json]: '{"status":"ok","stage":"$context.stage"}' },
});
const twoTypes = aResponse({ responseTemplates: { [json]: 'json', 'application/xml': '<xml/>' } });
const secret = aResponse({ responseParameters: { 'method.response.header.X-Secret': "'a'" } });

const api = conformanceApi('mocks', {
  routes: [
    aMock('ANY /plain'),
    aMock('ANY /unquoted', { requestTemplates: { [json]: '{statusCode: 200}' } }),
    aMock('ANY /by-code', { responses: byCode, requestTemplates: code }),
    aMock('ANY /headers', { responses: [withHeaders] }),
    aMock('ANY /undeclared', { responses: [secret] }, { responses: [] }),
    aMock('ANY /types', { responses: [twoTypes] }),
    aMock('ANY /xml', { responses: [aResponse({ responseTemplates: { 'application/xml': '<xml/>' } })] }),
    aMock('ANY /no-status', { requestTemplates: { [json]: '{}' } }),
    aMock('ANY /no-match', { responses: [aResponse({ statusCode: '204', selectionPattern: '204' })] }),
    aMock('ANY /never', { passthrough: 'NEVER' }),
    aMock('ANY /no-templates', { passthrough: 'WHEN_NO_TEMPLATES' }),
    aMock('ANY /101', { responses: [aResponse({ statusCode: '101' })] }),
  ],
});
const { answers, row } = rowsOf(api);
const text = { headers: [['Content-Type', 'text/plain']] as [string, string][], body: '{"statusCode":200}' };
const accept = (type: string) => ({ headers: [['Accept', type]] as [string, string][] });
const unsupported = { status: 415, body: message('Unsupported Media Type') };

const reported = (name: string, source: string, path: string, why: string) =>
  row(name, source, async ({ call, problems }) => {
    const answer = await call(`GET ${path}`);
    expect([answer.status, answer.body]).toEqual([500, message('Internal server error')]);
    expect(problems).toEqual([`GET /local${path}: ${why}`]);
  });

/** MOCK integrations and the responses of integrations. */
export const mocks: Area = {
  apis: [api],
  rows: [
    answers('The status of the request template is the answer, without a body', pages.mock, 'GET /plain', {
      status: 200,
      body: '',
      headers: { 'content-type': json },
    }),
    answers('The status may be without quotes', pages.mock, 'GET /unquoted', { status: 200 }),
    answers('An integration response is chosen by its pattern', pages.integrationResponse, 'GET /by-code?code=403', {
      status: 404,
    }),
    answers('The one without a pattern is for the rest', pages.integrationResponse, 'GET /by-code?code=503', {
      status: 200,
    }),
    answers('A pattern must match as a whole', pages.integrationResponse, 'GET /by-code?code=140', { status: 200 }),
    answers('A literal is a header', pages.dataMapping, 'GET /headers', {
      status: 200,
      headers: { 'cache-control': 'no-store' },
    }),
    row('A context variable is a header', pages.dataMapping, async ({ call }) => {
      const answer = await call('GET /headers');
      expect(answer.header('x-request')).toBe(answer.header('x-amzn-requestid'));
    }),
    answers('A mapping without a value sends no header', pages.dataMapping, 'GET /headers', {
      status: 200,
      headers: { 'x-asked': undefined },
    }),
    answers(
      'A line break from a query string is escaped in a header',
      pages.dataMapping,
      'GET /headers?asked=a%0D%0ASet-Cookie:%20b',
      { status: 200, headers: { 'x-asked': 'a%0D%0ASet-Cookie: b', 'set-cookie': undefined } },
    ),
    answers('What Latin-1 does not have is escaped in a header', pages.dataMapping, 'GET /headers?asked=%E2%82%AC', {
      status: 200,
      headers: { 'x-asked': '%E2%82%AC' },
    }),
    answers('The content type may be mapped', pages.dataMapping, 'GET /headers', {
      status: 200,
      headers: { 'content-type': 'application/problem+json' },
    }),
    answers('The response template is the body', pages.mock, 'GET /headers', {
      status: 200,
      body: '{"status":"ok","stage":"local"}',
    }),
    answers('A header that the method does not declare is left out', pages.integrationResponse, 'GET /undeclared', {
      status: 200,
      headers: { 'x-secret': undefined },
    }),
    answers(
      'Accept chooses the response template',
      pages.dataMapping,
      'GET /types',
      { status: 200, body: '<xml/>', headers: { 'content-type': 'application/xml' } },
      accept('application/xml'),
    ),
    answers(
      'Only the media type of Accept counts',
      pages.dataMapping,
      'GET /types',
      { status: 200, body: '<xml/>' },
      accept('application/xml; q=0.9, */*'),
    ),
    answers('Without Accept it is the one for JSON', pages.dataMapping, 'GET /types', { status: 200, body: 'json' }),
    answers('Without one for JSON it is the first', pages.dataMapping, 'GET /xml', {
      status: 200,
      body: '<xml/>',
      headers: { 'content-type': 'application/xml' },
    }),
    answers(
      'A content type without a template passes by default',
      pages.passthrough,
      'POST /plain',
      { status: 200 },
      text,
    ),
    answers('A content type without a template is 415 for NEVER', pages.passthrough, 'POST /never', unsupported, text),
    answers(
      'A content type without a template is 415 for WHEN_NO_TEMPLATES when there is any',
      pages.passthrough,
      'POST /no-templates',
      unsupported,
      text,
    ),
    answers(
      'Parameters of the content type do not count',
      pages.dataMapping,
      'POST /never',
      { status: 200 },
      { headers: [['Content-Type', 'application/json; charset=utf-8']], body: '{}' },
    ),
    reported(
      'A template without a status is 500',
      pages.mock,
      '/no-status',
      'the request template of a MOCK must give a statusCode, found: {}',
    ),
    reported(
      'Where no response matches it is 500',
      pages.gatewayResponseTypes,
      '/no-match',
      'no integration response matches "200" and there is no default one',
    ),
    row(
      'A response of status 101 is 502, not a connection that waits',
      pages.integrationResponse,
      async ({ call, problems }) => {
        expect((await call('GET /101')).status).toBe(502);
        expect(problems[0]).toContain('its status is 101, expected 200 to 599');
      },
    ),
  ],
};
