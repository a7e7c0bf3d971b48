import { type HttpIntegration } from '@gatehouse/surface';
import { anHttpIntegration, anHttpRoute, anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { conformanceHttpApi } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';

const to = (routeKey: string, uri: string, overrides: Partial<HttpIntegration> = {}) =>
  anHttpRoute(routeKey, {
    integration: anHttpIntegration({ type: 'HTTP_PROXY', uri, method: 'ANY', payloadFormat: '1.0', ...overrides }),
  });

const listener = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/x/1/2';
const vpcLink = { connection: 'VPC_LINK' as const };
const requestParameters = {
  'append:header.x-own': '$request.header.x-sent',
  'overwrite:header.x-replaced': 'by-${request.querystring.who}-on-$stageVariables.region',
  'remove:header.x-secret': "''",
  'append:querystring.from': '$request.path.id',
  'overwrite:querystring.who': '$context.stage',
  'remove:querystring.drop': "''",
  'append:header.x-body': '$request.body.order.items[0].id',
  'append:header.x-absent': '$request.header.nowhere',
};
const responses = [
  {
    status: '404',
    parameters: {
      'overwrite:statuscode': '410',
      'append:header.x-was': '$response.header.x-backend',
      'overwrite:header.server': 'gone',
      'remove:header.x-backend': "''",
      'append:header.x-method': '$response.body.method',
      'append:header.x-stage': '$context.stage',
    },
  },
];

const api = conformanceHttpApi('http-proxy', {
  routes: [
    to('ANY /pass/{proxy+}', 'BACKEND/{proxy}'),
    to('ANY /fixed', 'BACKEND/fixed?own=1', { method: 'PUT' }),
    to('POST /mapped/{id}', 'BACKEND/a', { requestParameters }),
    to('GET /path/{id}', 'BACKEND/a', { requestParameters: { 'overwrite:path': '/b/$request.path.id' } }),
    to('GET /variable', 'BACKEND/${stageVariables.region}'),
    to('GET /status/{code}', 'BACKEND/status/{code}', { responses }),
    to('GET /never', 'BACKEND/never', { timeout: 50 }),
    to('GET /refused', 'http://127.0.0.1:1'),
    to('GET /private/listener', listener, vpcLink),
    to('GET /private/down', 'http://127.0.0.1:1', vpcLink),
    to('GET /private/up', 'BACKEND/private', vpcLink),
  ],
  stages: [anHttpStage({ variables: { region: 'north' } })],
});
const { differs, row } = rowsOf(api);

const headersOf = (answer: { json(): { rawHeaders: string[] } }, name: string): string[] => {
  const { rawHeaders } = answer.json();
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
};

const passing = [
  row('The request goes on with verb, path, query, headers and body', httpPages.httpIntegration, async ({ call }) => {
    const answer = await call('PATCH /pass/a/b?q=1', { headers: [['X-Own', 'A']], body: 'text' });
    expect(answer.status).toBe(207);
    expect(answer.json()).toMatchObject({ method: 'PATCH', url: '/a/b?q=1', body: 'text' });
    expect(headersOf(answer, 'x-own')).toEqual(['A']);
  }),
  row('The answer comes back with status, headers and body', httpPages.httpIntegration, async ({ call }) => {
    const answer = await call('GET /pass/status/418');
    expect([answer.status, answer.header('x-backend')]).toEqual([418, 'yes']);
    expect(answer.headers.filter(([name]) => name === 'Set-Cookie')).toHaveLength(2);
  }),
  row(
    'The integration may have a verb and query parameters of its own',
    httpPages.httpIntegration,
    async ({ call }) => {
      expect((await call('POST /fixed?q=1')).json()).toMatchObject({ method: 'PUT', url: '/fixed?own=1&q=1' });
    },
  ),
  row('A stage variable may be part of the URI', httpPages.deployment, async ({ call }) => {
    expect((await call('GET /variable')).json().url).toBe('/north');
  }),
];

const mapped = [
  row('Headers are appended, overwritten and removed', httpPages.parameters, async ({ call }) => {
    const headers: [string, string][] = [
      ...[['X-Sent', 'new'] as [string, string], ['X-Own', 'old'] as [string, string]],
      ...[['X-Replaced', 'old'] as [string, string], ['X-Secret', 's'] as [string, string]],
    ];
    const answer = await call('POST /mapped/7?who=ada', { headers, body: '{"order":{"items":[{"id":"i1"}]}}' });
    expect(['x-own', 'x-replaced', 'x-secret', 'x-body', 'x-absent'].map((name) => headersOf(answer, name))).toEqual([
      ['old', 'new'],
      ['by-ada-on-north'],
      [],
      ['i1'],
      [],
    ]);
  }),
  row('So are query parameters', httpPages.parameters, async ({ call }) => {
    const { url } = (await call('POST /mapped/7?who=ada&drop=1&from=x')).json() as { url: string };
    expect(url).toBe('/a?from=x&from=7&who=%24default');
  }),
  row('The path may be overwritten', httpPages.parameters, async ({ call }) => {
    expect((await call('GET /path/7?q=1')).json().url).toBe('/b/7?q=1');
  }),
  row('An answer of a status is changed as it says: status and headers', httpPages.parameters, async ({ call }) => {
    const answer = await call('GET /status/404');
    expect(answer.status).toBe(410);
    expect(['x-was', 'server', 'x-backend', 'x-method', 'x-stage'].map((name) => answer.header(name))).toEqual([
      ...['yes', 'gone', undefined, 'GET', '$default'],
    ]);
  }),
  row('Answers of another status are left alone', httpPages.parameters, async ({ call }) => {
    const answer = await call('GET /status/200');
    expect([answer.status, answer.header('x-backend')]).toEqual([200, 'yes']);
  }),
];

const unavailable = (name: string, title: string, why: string) =>
  differs(name, httpPages.httpIntegration, 'AWS does not say whether it is 503 or 504', async ({ call, problems }) => {
    const answer = await call(title);
    expect([answer.status, answer.body]).toEqual([503, message('Service Unavailable')]);
    expect(problems).toEqual([expect.stringContaining(why)]);
  });

const unserved = (name: string, title: string, what: string) =>
  differs(name, httpPages.private, 'there is no VPC here', async ({ call, problems }) => {
    const answer = await call(title);
    expect([answer.status, answer.body]).toEqual([501, message(`Not served by the local gateway: ${what}`)]);
    expect(problems).toHaveLength(1);
  });

/** HTTP_PROXY, parameter mapping and private integrations. */
export const httpApiProxies: Area = {
  httpApis: [api],
  rows: [
    ...passing,
    ...mapped,
    unavailable('A backend that does not answer in time is 503', 'GET /never', 'did not answer within 50 ms'),
    unavailable('A backend that refuses the connection is 503', 'GET /refused', 'ECONNREFUSED'),
    unserved(
      'A private integration with a listener or a Cloud Map service is 501 and named',
      'GET /private/listener',
      `the backend ${listener}`,
    ),
    unserved(
      'One whose URL does not answer is 501 and named',
      'GET /private/down',
      'the VPC link to http://127.0.0.1:1',
    ),
    differs(
      'A private integration whose URL answers is called by it',
      httpPages.private,
      'there is no VPC here; what answers at the URL is the backend',
      async ({ call }) => {
        expect((await call('GET /private/up')).json().url).toBe('/private');
      },
    ),
  ],
};
