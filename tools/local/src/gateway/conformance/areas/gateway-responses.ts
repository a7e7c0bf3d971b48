import { type GatewayResponse, type RestRoute } from '@gatehouse/surface';
import { anAuthorizer, aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction, uriOf } from '../functions';
import { aMock } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const json = 'application/json';
const response = (type: string, overrides: Partial<GatewayResponse> = {}): GatewayResponse => ({
  address: `aws_api_gateway_gateway_response.${type.toLowerCase()}`,
  ...{ type, responseParameters: {}, responseTemplates: {} },
  ...overrides,
});
const says = (type: string, template = type) => response(type, { responseTemplates: { [json]: template } });
const headers = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [`gatewayresponse.header.${name}`, value]));

const cognito = { kind: 'cognito', authorizerId: 'users', scopes: [] } as const;
const validator = {
  validator: { parameters: true, body: true },
  requestParameters: { 'method.request.querystring.q': true },
  requestModels: { [json]: 'Error' },
};
const routes: RestRoute[] = [
  aRoute('ANY /guarded', { integration: theFunction, auth: cognito }),
  aRoute('ANY /custom', { integration: theFunction, auth: { kind: 'custom', authorizerId: 'token' } }),
  aRoute('ANY /key', { integration: theFunction, apiKeyRequired: true }),
  aRoute('POST /checked', { integration: theFunction, ...validator }),
  aRoute('POST /throw', { integration: theFunction }),
  aRoute('GET /closed', { integration: lambdaIntegration({ uri: uriOf('closed') }) }),
  aRoute('GET /dead', {
    integration: lambdaIntegration({ type: 'HTTP_PROXY', uri: 'http://127.0.0.1:9/', method: 'GET' }),
  }),
  aRoute('GET /never', {
    integration: lambdaIntegration({ type: 'HTTP_PROXY', uri: 'BACKEND/never', method: 'GET', timeout: 50 }),
  }),
  aRoute('GET /gone', { integration: theFunction, auth: { ...cognito, authorizerId: 'gone' } }),
  aMock('POST /strict', { passthrough: 'NEVER' }),
];
const authorizers = [
  anAuthorizer({ id: 'users' }),
  anAuthorizer({ id: 'token', type: 'TOKEN', userPoolArns: [], resultTtl: 0, uri: uriOf('conformance') }),
];
const apiWith = (id: string, ...gatewayResponses: GatewayResponse[]) =>
  conformanceApi(id, { routes, authorizers, gatewayResponses, stages: [aStage({ variables: { team: 'ada' } })] });

const TYPES: readonly (readonly [
  type: string,
  status: number,
  title: string,
  headers?: [string, string][],
  body?: string,
])[] = [
  ['UNAUTHORIZED', 401, 'GET /guarded'],
  ['MISSING_AUTHENTICATION_TOKEN', 403, 'GET /nowhere'],
  ['ACCESS_DENIED', 403, 'GET /custom', [['Authorization', '{"effect":"Deny"}']]],
  ['AUTHORIZER_FAILURE', 500, 'GET /custom', [['Authorization', 'throw boom']]],
  ['AUTHORIZER_CONFIGURATION_ERROR', 500, 'GET /gone'],
  ['INVALID_API_KEY', 403, 'GET /key'],
  ['BAD_REQUEST_PARAMETERS', 400, 'POST /checked'],
  ['BAD_REQUEST_BODY', 400, 'POST /checked?q=1', [], '3'],
  ['UNSUPPORTED_MEDIA_TYPE', 415, 'POST /strict', [['Content-Type', 'text/plain']], 'x'],
  ['API_CONFIGURATION_ERROR', 500, 'GET /closed'],
  ['INTEGRATION_FAILURE', 504, 'GET /dead'],
  ['INTEGRATION_TIMEOUT', 504, 'GET /never'],
  ['DEFAULT_5XX', 502, 'POST /throw', [], 'boom'],
];

const none = apiWith('no-responses');
const each = apiWith('each-response', ...TYPES.map(([type]) => says(type)));
const general = apiWith(
  'general-responses',
  says('DEFAULT_4XX', '{"general":true}'),
  says('DEFAULT_5XX', '{"failed":true}'),
  says('INVALID_API_KEY', 'own'),
);
const codes = apiWith(
  'status-responses',
  response('DEFAULT_4XX', { statusCode: '418' }),
  response('DEFAULT_5XX', { statusCode: '599' }),
  response('INVALID_API_KEY', { statusCode: '402' }),
);
const text =
  '$context.error.message|$context.error.messageString|$context.error.responseType|$context.identity.sourceIp|' +
  '$stageVariables.team|$method.request.querystring.lang|$method.request.header.X-Who|$context.unknown.thing|#if(true)x#end';
const bodies = apiWith(
  'body-responses',
  response('UNAUTHORIZED', { responseTemplates: { [json]: text, 'application/xml': '<xml/>' } }),
  says('BAD_REQUEST_BODY', '{"why":"$context.error.validationErrorString"}'),
);
const withHeaders = apiWith(
  'header-responses',
  response('DEFAULT_4XX', {
    responseParameters: headers({
      'Access-Control-Allow-Origin': "'https://app.example.com'",
      'X-Origin': 'method.request.header.origin',
      'X-Request': 'context.requestId',
      'X-Team': 'stageVariables.team',
      'X-Asked': 'method.request.querystring.asked',
      'X-Path': 'context.path',
      'X-None': 'method.request.header.None',
      'WWW-Authenticate': "'Bearer'",
    }),
  }),
);
const hopeless = apiWith(
  'hopeless-responses',
  response('UNAUTHORIZED', { statusCode: '101', responseParameters: headers({ 'X Y': "'a'" }) }),
);

const page = pages.gatewayResponse;
const rows = rowsOf(bodies);
const head = rowsOf(withHeaders);
const asked = (query: string, expected: string) => ({
  status: 401,
  headers: { 'x-asked': expected, 'x-evil': undefined },
  query,
});
const hostile = [
  ['A line break', asked('a%0D%0AX-Evil:%20b', 'a%0D%0AX-Evil: b')],
  ['A line feed alone', asked('a%0AX-Evil:%20b', 'a%0AX-Evil: b')],
  ['A zero byte', asked('a%00b', 'a%00b')],
  ['What Latin-1 does not have', asked('%E2%82%AC%F0%9F%99%82', '%E2%82%AC%F0%9F%99%82')],
  ['Half a character', asked('%ED%A0%80', '%EF%BF%BD%EF%BF%BD%EF%BF%BD')],
] as const;

/** Answers of API Gateway itself. */
export const gatewayResponses: Area = {
  apis: [none, each, general, codes, bodies, withHeaders, hopeless],
  rows: [
    ...TYPES.map(([type, status, title, sent, body]) =>
      rowsOf(each).answers(
        `${type} is ${status}, and can be customized`,
        pages.gatewayResponseTypes,
        title,
        { status, body: type },
        { headers: sent, body },
      ),
    ),
    rowsOf(none).answers('The default body is the message in JSON', page, 'GET /guarded', {
      status: 401,
      body: message('Unauthorized'),
      headers: { 'content-type': json },
    }),
    rowsOf(general).answers('DEFAULT_4XX is for a type without an entry, and keeps its status', page, 'GET /guarded', {
      status: 401,
      body: '{"general":true}',
    }),
    rowsOf(general).answers('DEFAULT_5XX is for failures, and keeps their status', page, 'GET /dead', {
      status: 504,
      body: '{"failed":true}',
    }),
    rowsOf(general).answers('A type of its own goes before DEFAULT_4XX', page, 'GET /key', {
      status: 403,
      body: 'own',
    }),
    rowsOf(codes).answers('A status of DEFAULT_4XX replaces each 4XX', pages.gatewayResponseTypes, 'GET /guarded', {
      status: 418,
    }),
    rowsOf(codes).answers('A status of DEFAULT_5XX replaces each 5XX', pages.gatewayResponseTypes, 'GET /dead', {
      status: 599,
    }),
    rowsOf(codes).answers('A type may have its own status', page, 'GET /key', { status: 402 }),
    rows.answers(
      'A template substitutes error, context, stage variables and the request, and is not Velocity',
      page,
      'GET /guarded?lang=de',
      {
        status: 401,
        body: 'Unauthorized|"Unauthorized"|UNAUTHORIZED|127.0.0.1|ada|de|Ada||#if(true)x#end',
      },
      { headers: [['x-who', 'Ada']] },
    ),
    rows.answers(
      'Accept chooses the template, and its media type',
      page,
      'GET /guarded',
      { status: 401, body: '<xml/>', headers: { 'content-type': 'application/xml' } },
      { headers: [['Accept', 'application/xml, */*']] },
    ),
    rows.row('The validation error can be part of the body', pages.context, async ({ call }) => {
      expect((await call('POST /checked?q=1', { body: '3' })).json().why).toMatch(/must be object/);
    }),
    head.answers('A literal is a header: CORS of a refusal', page, 'GET /guarded', {
      status: 401,
      headers: { 'access-control-allow-origin': 'https://app.example.com' },
    }),
    head.answers('Stage variables are headers', page, 'GET /guarded', { status: 401, headers: { 'x-team': 'ada' } }),
    head.answers(
      'A header of the request is a header, its name in any case',
      page,
      'GET /guarded',
      { status: 401, headers: { 'x-origin': 'https://x.example' } },
      { headers: [['Origin', 'https://x.example']] },
    ),
    head.row('A context variable is a header', page, async ({ call }) => {
      const answer = await call('GET /guarded');
      expect(answer.header('x-request')).toBe(answer.header('x-amzn-requestid'));
    }),
    head.answers('A mapping without a value sends no header', page, 'GET /guarded', {
      status: 401,
      headers: { 'x-none': undefined },
    }),
    head.answers('Its headers are not remapped', pages.importantNotes, 'GET /guarded', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'x-amzn-remapped-www-authenticate': undefined },
    }),
    ...hostile.map(([what, { query, ...expected }]) =>
      head.answers(`${what} from a query string is escaped in a header`, page, `GET /guarded?asked=${query}`, expected),
    ),
    rowsOf(hopeless).row(
      'An answer that HTTP cannot carry is 502, not a connection that is cut',
      page,
      async ({ call }) => {
        const answer = await call('GET /guarded');
        expect([answer.status, answer.body]).toEqual([502, message('Internal server error')]);
      },
    ),
  ],
};
