import { bearer, idToken } from '../../testing/call';
import { aJwtAuthorizer, anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { aFunctionCall, conformanceHttpApi, echo } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';

const FORMAT = [
  ...['routeKey', 'status', 'error.message', 'error.responseType', 'authorizer.error', 'authorizer.claims.sub'],
  ...['integrationStatus', 'httpMethod', 'path', 'stage', 'identity.sourceIp', 'protocol', 'dataProcessed'],
]
  .map((name) => `${name}=$context.${name}`)
  .join('|');

const api = conformanceHttpApi('http-stages', {
  authorizers: [aJwtAuthorizer()],
  routes: [
    echo('GET /echo'),
    echo('GET /me', { auth: { kind: 'jwt', authorizerId: 'jwt1', scopes: [] } }),
    echo('GET /limited'),
    echo('GET /other'),
    echo('POST /throw'),
    echo('GET /old', { integration: aFunctionCall({ payloadFormat: '1.0' }) }),
  ],
  stages: [
    anHttpStage({ accessLog: { destinationArn: 'arn', format: FORMAT } }),
    anHttpStage({
      name: 'ids',
      accessLog: { destinationArn: 'arn', format: '$context.requestId $context.responseLatency' },
    }),
    anHttpStage({
      name: 'limits',
      routeSettings: [
        { throttleRate: 0.001, throttleBurst: 2, metrics: false },
        { routeKey: 'GET /limited', throttleRate: 0.001, throttleBurst: 1, metrics: false },
      ],
    }),
  ],
});
const disabled = conformanceHttpApi('http-disabled', { routes: [echo('$default')], defaultEndpointDisabled: true });
const { row } = rowsOf(api);

const mapping = (apiId: string, stage: string, basePath?: string) => ({
  ...{ address: 'aws_apigatewayv2_api_mapping.x', apiId, stage, ...(basePath !== undefined && { basePath }) },
});
const domain = {
  ...{
    address: 'aws_apigatewayv2_domain_name.x',
    name: 'api.example.com',
    securityPolicy: 'TLS_1_2' as const,
    mutualTls: false,
  },
  mappings: [
    mapping('http-stages', '$default', 'v1'),
    mapping('http-stages', 'ids', 'v1/ids'),
    mapping('http-disabled', '$default'),
  ],
};
const host = (name = 'api.example.com') => ({ headers: [['Host', name]] as [string, string][] });

const logged = (line: string | undefined): Record<string, string> =>
  Object.fromEntries((line ?? '').split('|').map((part) => part.split('=') as [string, string]));

const logs = [
  row(
    'The access log has what HTTP APIs have alone: routeKey, dataProcessed',
    httpPages.context,
    async ({ accessLog, call }) => {
      const answer = await call('GET /echo');
      expect(logged(accessLog[0])).toMatchObject({
        ...{ routeKey: 'GET /echo', status: '200', integrationStatus: '200', httpMethod: 'GET', path: '/echo' },
        ...{ stage: '$default', 'identity.sourceIp': '127.0.0.1', protocol: 'HTTP/1.1', 'error.message': '-' },
        ...{ dataProcessed: String(Buffer.byteLength(answer.body)), 'authorizer.claims.sub': '-' },
      });
    },
  ),
  row('It has the claims of a token, and why one was refused', httpPages.context, async ({ accessLog, call }) => {
    await call('GET /me', bearer(await idToken()));
    await call('GET /me', bearer(await idToken({ aud: 'other' })));
    await call('GET /me');
    expect(accessLog.map(logged).map((line) => [line['authorizer.claims.sub'], line['authorizer.error']])).toEqual([
      ['user-1', '-'],
      ['-', 'invalid_token: the token does not have a valid audience'],
      ['-', 'missing: token not provided'],
    ]);
    expect(logged(accessLog[1])).toMatchObject({
      status: '401',
      'error.message': 'Unauthorized',
      integrationStatus: '-',
    });
  }),
  row('What no route answers is logged', httpPages.logging, async ({ accessLog, call }) => {
    await call('GET /nowhere');
    expect(logged(accessLog[0])).toMatchObject({ routeKey: '-', status: '404', 'error.message': 'Not Found' });
  }),
  row('The request id is that of the header', httpPages.context, async ({ accessLog, call }) => {
    const answer = await call('GET /ids/echo');
    expect(accessLog[0]).toMatch(/^.{16} \d+$/);
    expect(accessLog[0]?.split(' ')[0]).toBe(answer.header('apigw-requestid'));
  }),
];

const limits = [
  row('Beyond the throttle of a route it is 429', httpPages.throttling, async ({ call, refusals }) => {
    expect((await call('GET /limits/limited')).status).toBe(200);
    const answer = await call('GET /limits/limited');
    expect([answer.status, answer.body]).toEqual([429, message('Too Many Requests')]);
    expect(refusals).toEqual([expect.stringContaining('the throttle of GET /limited is exceeded')]);
  }),
  row('The default throttle of the stage is of each route', httpPages.tooMany, async ({ call, refusals }) => {
    const statuses = [];
    for (const path of ['other', 'other', 'other', 'echo']) statuses.push((await call(`GET /limits/${path}`)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    expect(refusals).toEqual([expect.stringContaining('the throttle of every route is exceeded')]);
  }),
];

const domains = [
  row('A custom domain answers below the key of its mapping', httpPages.mappings, async ({ call }) => {
    const event = (await call('GET /v1/echo', host())).json();
    expect([event.rawPath, event.routeKey, event.requestContext.domainName]).toEqual([
      ...['/echo', 'GET /echo', 'api.example.com'],
    ]);
  }),
  row('The longest key counts, and names the stage', httpPages.mappings, async ({ call }) => {
    const event = (await call('GET /v1/ids/echo', host())).json();
    expect([event.rawPath, event.requestContext.stage]).toEqual(['/ids/echo', 'ids']);
    expect((await call('GET /v1/limits/echo', host())).status).toBe(404);
  }),
  row(
    'With payload format 1.0 the path keeps the key',
    'https://github.com/CodeGenieApp/serverless-express/issues/465',
    async ({ call }) => {
      expect((await call('GET /v1/old', host())).json().path).toBe('/v1/old');
    },
  ),
  row('What no mapping has is 404', httpPages.mappings, async ({ call }) => {
    expect((await call('GET /echo', host())).status).toBe(404);
  }),
  rowsOf(disabled).row('With a disabled default endpoint it is 403', httpPages.endpoint, async ({ call, refusals }) => {
    const answer = await call('GET /echo');
    expect([answer.status, answer.body]).toEqual([403, message('Forbidden')]);
    expect(refusals).toEqual([expect.stringContaining('the default endpoint of the API is disabled')]);
  }),
  rowsOf(disabled).row('Its custom domain answers', httpPages.mappings, async ({ call }) => {
    expect((await call('GET /echo', host('API.example.com'))).status).toBe(200);
    expect((await call('GET /echo', host('other.example.com'))).status).toBe(403);
  }),
];

/** Stages, access logs, throttles and domains. */
export const httpApiStages: Area = {
  httpApis: [api, disabled],
  apiDomains: [domain],
  rows: [
    row('A named stage is the first segment of the path, before any route', httpPages.deployment, async ({ call }) => {
      expect((await call('GET /ids/echo')).json().requestContext.stage).toBe('ids');
      expect((await call('GET /echo')).json().requestContext.stage).toBe('$default');
    }),
    ...logs,
    ...limits,
    ...domains,
  ],
};
