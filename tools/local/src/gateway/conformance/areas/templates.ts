import { type RestRoute } from '@gatehouse/surface';
import { aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { type Sent } from '../client';
import { uriOf } from '../functions';
import { aMock, aResponse, aTemplate } from '../mocks';
import { pages } from '../pages';
import { rowsOf, type GatewayRow } from '../row';
import { conformanceApi } from '../served';

/** name, template, request, rendered; `CASE` is the path of the case. */
type Case = readonly [name: string, template: string, title: string, expected: string, sent?: Sent];

const RESPONSES: readonly Case[] = [
  ['$input.params(x) reads the path before the query string', "$input.params('id')", '/{id}?id=query', '7'],
  [
    '$input.params(x) reads the query string before the headers',
    "$input.params('a')",
    '/x?a=query',
    'query',
    { headers: [['a', 'header']] },
  ],
  ['$input.params(x) reads a header', "$input.params('a')", '/x', 'header', { headers: [['a', 'header']] }],
  ['$input.params(x) is empty for what is missing', "[$input.params('a')][$input.params('toString')]", '/x', '[][]'],
  ['$input.params() is a map of maps', '$input.params().querystring.a $input.params().path.id', '/{id}?a=b', 'b 7'],
  [
    'Maps have get and keySet',
    '#set($m = $input.params().querystring)#foreach($n in $m.keySet())$n=$m.get($n);#end',
    '/x?a=1&b=2',
    'a=1;b=2;',
  ],
  [
    '$context is the context of the request',
    '$context.httpMethod $context.stage $context.resourcePath $context.identity.sourceIp',
    '/x',
    'POST local CASE/x 127.0.0.1',
  ],
  ['$stageVariables are those of the stage', '$stageVariables.origin', '/x', 'https://x.example'],
  ['$util.escapeJavaScript escapes quotes', '"$util.escapeJavaScript("a\'b")"', '/x', '"a\\\'b"'],
  ['$util.urlEncode and urlDecode', "$util.urlEncode('a b&c') $util.urlDecode('a+b%26c')", '/x', 'a+b%26c a b&c'],
  ['$util.base64Encode and base64Decode', "$util.base64Encode('ü') $util.base64Decode('w7w=')", '/x', 'w7w= ü'],
  ['$util.parseJson makes an object', '#set($o = $util.parseJson(\'{"a":[1,2]}\'))$o.a[1]', '/x', '2'],
  ['#if, #else and #end', '#if($input.params("a") == "1")one#{else}other#end', '/x?a=1', 'one'],
  ['#foreach with $foreach.hasNext', '#foreach($n in [1,2,3])$n#if($foreach.hasNext),#end#end', '/x', '1,2,3'],
  ['A variable without a value stays as it is written', '$unknown', '/x', '$unknown'],
  ['A quiet variable without a value is empty', '[$!unknown]', '/x', '[]'],
  ['Nothing is shared between two requests', '#if($seen)again#{else}first#end#set($seen = true)', '/x', 'first'],
  [
    'A template reaches no constructor and no prototype',
    '[$input.params.constructor.name][$input.__proto__.x]',
    '/x',
    '[$input.params.constructor.name][$input.__proto__.x]',
  ],
];

const body = '{"pets":[{"id":1,"type":"dog"},{"id":2,"type":"cat"}],"name":"Ada","a b":1}';
const sent = { body };

/** Their result is the event of a function that gives it back. */
const REQUESTS: readonly Case[] = [
  ['$input.body is the body as it is', '$input.body', '/x', body, sent],
  ['$input.json(x) is JSON', "$input.json('$.pets')", '/x', '[{"id":1,"type":"dog"},{"id":2,"type":"cat"}]', sent],
  ["$input.json('$') is the whole body", "$input.json('$')", '/x', body, sent],
  ['$input.path(x) is an object to walk', '"$input.path(\'$.pets\')[1].type"', '/x', '"cat"', sent],
  [
    '$input.path(x) takes indexes and quoted names',
    '["$input.path(\'$.pets[0].type\')",$input.path("$[\'a b\']")]',
    '/x',
    '["dog",1]',
    sent,
  ],
  ['$input.path(x).size() counts a list', "$input.path('$.pets').size()", '/x', '2', sent],
  ['$input.path(x) is empty for what is missing', '"$input.path(\'$.none.x\')"', '/x', '""', sent],
  ['A body is read as it was sent, bytes beyond ASCII too', '$input.body', '/x', '"ü€"', { body: '"ü€"' }],
];

const withOverrides = (path: string, template: string) =>
  aMock(`ANY ${path}`, { responses: [aResponse({ responseTemplates: { 'application/json': template } })] });
const requestTemplate = (template: string) => ({ 'application/json': `${template}{"statusCode":200}` });

const requestOverrides =
  '#set($context.requestOverride.path.id = "over")#set($context.requestOverride.querystring.q = "a b")' +
  '#set($context.requestOverride.header.X-Over = "yes"){}';

const routes: RestRoute[] = [
  ...RESPONSES.map(([, template, title], index) => aTemplate(`/r${index}${title.split('?')[0]}`, template)),
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
const { answers, differs, row } = rowsOf(api);

const rendered = (cases: readonly Case[], prefix: string) =>
  cases.map(([name, , title, expected, sent], index): GatewayRow =>
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
  differs(
    'JSONPath is names and indexes',
    pages.context,
    'filters, slices and .. are hardly used in templates; what they would find is empty',
    async ({ call }) => {
      const index = REQUESTS.findIndex(([name]) => name.includes('empty'));
      expect((await call(`POST /q${index}/x`, sent)).body).toBe('""');
    },
  ),
];

/** Mapping templates in Velocity. */
export const templates: Area = {
  apis: [api],
  rows: [...rendered(RESPONSES, 'r'), ...rendered(REQUESTS, 'q'), ...overrides],
};
