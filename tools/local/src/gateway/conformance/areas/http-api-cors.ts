import { type Cors } from '@gatehouse/surface';
import { anHttpIntegration, anHttpRoute, aJwtAuthorizer } from '../../testing/http-surface';
import { type Area } from '../area';
import { aFunctionCall, conformanceHttpApi, echo } from '../http-functions';
import { httpPages } from '../http-pages';
import { rowsOf } from '../row';
import { type Seen } from '../client';

const APP = 'https://app.example.com';
const jwt = { auth: { kind: 'jwt' as const, authorizerId: 'jwt1', scopes: [] } };
const routes = [
  echo('GET /open'),
  echo('GET /guarded', jwt),
  echo('ANY /any', jwt),
  echo('POST /result', { integration: aFunctionCall() }),
  anHttpRoute('GET /backend', {
    integration: anHttpIntegration({ type: 'HTTP_PROXY', uri: 'BACKEND/status/404', method: 'GET' }),
  }),
];
const corsApi = (id: string, cors: Cors | undefined) =>
  conformanceHttpApi(id, { routes, authorizers: [aJwtAuthorizer()], ...(cors && { cors }) });

const strict = corsApi('http-cors', {
  ...{ origins: [APP, 'http://*'], credentials: true, methods: ['GET', 'POST'], headers: ['authorization', 'x-own'] },
  ...{ exposed: ['x-count'], maxAge: 300 },
});
const open = corsApi('http-cors-open', { origins: ['*'], credentials: false, methods: ['*'], headers: ['*'] });
const none = corsApi('http-cors-none', undefined);
const withDefault = conformanceHttpApi('http-cors-default', {
  authorizers: [aJwtAuthorizer()],
  routes: [echo('$default', jwt), echo('OPTIONS /free/{proxy+}')],
  cors: { origins: [APP], credentials: false, methods: ['GET'], headers: [] },
});
const { differs, row } = rowsOf(strict);

const from = (origin: string, more: Readonly<Record<string, string>> = {}) => ({
  headers: [['Origin', origin], ...Object.entries(more)] as [string, string][],
});
const asking = (origin: string) => from(origin, { 'Access-Control-Request-Method': 'GET' });

const corsOf = ({ headers }: Seen) =>
  Object.fromEntries(
    headers.filter(([name]) => name.startsWith('access-control-')).map(([name, value]) => [name.slice(15), value]),
  );

const preflights = [
  row('A preflight is answered without a route and without a token', httpPages.cors, async ({ call }) => {
    const answer = await call('OPTIONS /guarded', asking(APP));
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(corsOf(answer)).toEqual({
      ...{ 'allow-origin': APP, 'allow-credentials': 'true', 'allow-methods': 'GET,POST' },
      ...{ 'allow-headers': 'authorization,x-own', 'expose-headers': 'x-count', 'max-age': '300' },
    });
  }),
  row('An origin that is not listed gets no CORS headers', httpPages.cors, async ({ call }) => {
    expect(corsOf(await call('OPTIONS /guarded', asking('https://evil.example.com')))).toEqual({});
    expect(corsOf(await call('GET /open', from(`${APP}.evil.com`)))).toEqual({});
  }),
  row('http://* takes every origin over http', httpPages.cors, async ({ call }) => {
    expect(corsOf(await call('OPTIONS /x', asking('http://localhost:3000')))['allow-origin']).toBe(
      'http://localhost:3000',
    );
  }),
  row('Without Access-Control-Request-Method it is no preflight', httpPages.cors, async ({ call }) => {
    expect((await call('OPTIONS /guarded', from(APP))).status).toBe(404);
  }),
  rowsOf(open).row('Any origin is *', httpPages.cors, async ({ call }) => {
    expect(corsOf(await call('OPTIONS /x', asking(APP)))).toEqual({
      ...{ 'allow-origin': '*', 'allow-methods': '*', 'allow-headers': '*' },
    });
  }),
  rowsOf(none).row(
    'Without a CORS configuration a preflight is any other request',
    httpPages.cors,
    async ({ call }) => {
      const answer = await call('OPTIONS /open', asking(APP));
      expect([answer.status, corsOf(answer)]).toEqual([404, {}]);
    },
  ),
  rowsOf(withDefault).row('$default with an authorizer refuses preflights', httpPages.cors, async ({ call }) => {
    expect((await call('OPTIONS /x', asking(APP))).status).toBe(401);
  }),
  rowsOf(withDefault).row('An open route for OPTIONS lets them pass', httpPages.cors, async ({ call }) => {
    const answer = await call('OPTIONS /free/x', asking(APP));
    expect([answer.status < 300, corsOf(answer)['allow-origin']]).toEqual([true, APP]);
  }),
  differs(
    'A route for ANY with an authorizer refuses preflights',
    httpPages.cors,
    'AWS says so of $default alone',
    async ({ call }) => {
      expect((await call('OPTIONS /any', asking(APP))).status).toBe(401);
    },
  ),
];

const answers = [
  row(
    'The answer of an integration gets the headers where the request has an Origin',
    httpPages.cors,
    async ({ call }) => {
      const answer = await call('GET /open', from(APP));
      expect(corsOf(answer)).toEqual({ 'allow-origin': APP, 'allow-credentials': 'true', 'expose-headers': 'x-count' });
      expect(corsOf(await call('GET /open'))).toEqual({});
    },
  ),
  row('CORS headers of the integration itself are ignored', httpPages.cors, async ({ call }) => {
    const headers = { 'Access-Control-Allow-Origin': 'https://mine.example.com', 'access-control-max-age': '1' };
    const reply = JSON.stringify({ statusCode: 200, headers });
    const type: [string, string] = ['Content-Type', 'application/json'];
    const answer = await call('POST /result', { body: reply, headers: [['Origin', APP], type] });
    expect(corsOf(answer)).toMatchObject({ 'allow-origin': APP });
    expect(answer.header('access-control-max-age')).toBeUndefined();
    expect(
      (await call('POST /result', { body: reply, headers: [type] })).header('access-control-allow-origin'),
    ).toBeUndefined();
  }),
  rowsOf(none).row('Without a CORS configuration they go out', httpPages.cors, async ({ call }) => {
    const reply = JSON.stringify({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://mine' } });
    const answer = await call('POST /result', { body: reply, headers: [['Content-Type', 'application/json']] });
    expect(answer.header('access-control-allow-origin')).toBe('https://mine');
  }),
  row('A failure of the backend has them too', httpPages.cors, async ({ call }) => {
    const answer = await call('GET /backend', from(APP));
    expect([answer.status, corsOf(answer)['allow-origin']]).toEqual([404, APP]);
  }),
  differs(
    'A refusal of the gateway itself has them',
    httpPages.cors,
    'AWS does not say; a page can read why it was refused',
    async ({ call }) => {
      const answer = await call('GET /guarded', from(APP));
      expect([answer.status, corsOf(answer)['allow-origin']]).toEqual([401, APP]);
    },
  ),
];

/** CORS. */
export const httpApiCors: Area = { httpApis: [strict, open, none, withDefault], rows: [...preflights, ...answers] };
