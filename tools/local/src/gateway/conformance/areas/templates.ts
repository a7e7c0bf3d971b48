import { type RestRoute } from '@gatehouse/surface';
import { aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { uriOf } from '../functions';
import { aMock, aResponse, aTemplate } from '../mocks';
import { pages } from '../pages';
import { rowsOf, type GatewayRow } from '../row';
import { conformanceApi } from '../served';
import { type Case, REQUESTS, RESPONSES, sent } from '../template-cases';

const withOverrides = (path: string, template: string) =>
  aMock(`ANY ${path}`, { responses: [aResponse({ responseTemplates: { 'application/json': template } })] });
const requestTemplate = (template: string) => ({ 'application/json': `${template}{"statusCode":200}` });

const requestOverrides =
  '#set($context.requestOverride.path.id = "over")#set($context.requestOverride.querystring.q = "a b")' +
  '#set($context.requestOverride.header.X-Over = "yes"){}';

const routes: RestRoute[] = [
  ...RESPONSES.map(([, template, , { title = '/x' } = {}], index) =>
    aTemplate(`/r${index}${title.split('?')[0]}`, template),
  ),
  ...REQUESTS.map(([, template], index) =>
    aRoute(`POST /q${index}/x`, {
      integration: lambdaIntegration({
        type: 'AWS',
        uri: uriOf('conformance'),
        requestTemplates: { 'application/json': template },
        responses: [aResponse()],
      }),
    }),
  ),
  withOverrides('/status', '#set($context.responseOverride.status = 202)'),
  withOverrides('/no-status', '#set($context.responseOverride.status = 42)'),
  withOverrides('/header', '#set($context.responseOverride.header.X-Over = $input.params("a"))'),
  withOverrides('/name', '#set($context.responseOverride.header["X Over"] = "a")'),
  aTemplate('/bad-path', "$input.json('$.a[?(')"),
  withOverrides('/throws', "$util.parseJson('{')"),
  aMock('ANY /early', { requestTemplates: requestTemplate('#set($context.responseOverride.header.X-Early = "1")') }),
  aRoute('POST /request', {
    integration: lambdaIntegration({
      type: 'HTTP',
      uri: 'BACKEND/there/{id}',
      method: 'POST',
      requestTemplates: { 'application/json': requestOverrides },
      requestParameters: { 'integration.request.path.id': "'mapped'", 'integration.request.header.X-Kept': "'kept'" },
      responses: [aResponse()],
    }),
  }),
];
const api = conformanceApi('templates', { routes, stages: [aStage({ variables: { origin: 'https://x.example' } })] });
const { answers, row } = rowsOf(api);

const rendered = (cases: readonly Case[], prefix: string) =>
  cases.map(([name, , expected, { title = '/x', ...sent } = {}], index): GatewayRow =>
    row(name, pages.context, async ({ call }) => {
      for (const time of [1, 2]) {
        const answer = await call(`POST /${prefix}${index}${title.replace('{id}', '7')}`, sent);
        expect([time, answer.status, answer.body]).toEqual([time, 200, expected.replace('CASE', `/${prefix}${index}`)]);
      }
    }),
  );

const overrides = [
  answers('A template overrides the status', pages.methodOverride, 'GET /status', { status: 202 }),
  answers('A status that is none is ignored', pages.methodOverride, 'GET /no-status', { status: 200 }),
  answers('A template overrides a header', pages.methodOverride, 'GET /header?a=b', {
    status: 200,
    headers: { 'x-over': 'b' },
  }),
  answers(
    'A line break in a header that a template makes is escaped',
    pages.methodOverride,
    'GET /header?a=b%0D%0AX-Evil:1',
    { status: 200, headers: { 'x-over': 'b%0D%0AX-Evil:1', 'x-evil': undefined } },
  ),
  answers('A request template may override the response', pages.methodOverride, 'GET /early', {
    status: 200,
    headers: { 'x-early': '1' },
  }),
  row(
    'A request template overrides path, query string and headers of the request',
    pages.methodOverride,
    async ({ call }) => {
      const { url, rawHeaders } = (await call('POST /request', { body: '{}' })).json();
      expect(url).toBe('/there/over?q=a+b');
      expect(rawHeaders).toEqual(expect.arrayContaining(['X-Over', 'yes', 'X-Kept', 'kept']));
    },
  ),
  row(
    'A template that fails is 500, and its reason is printed',
    pages.gatewayResponseTypes,
    async ({ call, problems }) => {
      expect((await call('GET /throws')).status).toBe(500);
      expect(problems[0]).toContain('the template cannot be evaluated');
    },
  ),
  row('A JSONPath that cannot be read is 500, and its reason is printed', pages.context, async ({ call, problems }) => {
    expect((await call('POST /bad-path', sent)).status).toBe(500);
    expect(problems[0]).toContain('the template cannot be evaluated');
  }),
];

/** Mapping templates in Velocity. */
export const templates: Area = {
  apis: [api],
  rows: [...rendered(RESPONSES, 'r'), ...rendered(REQUESTS, 'q'), ...overrides],
};
