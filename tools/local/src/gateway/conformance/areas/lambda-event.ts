import { aStage } from '../../testing/surface';
import { type Area } from '../area';
import { type Sent } from '../client';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';
import { api, gets, has, headers, nulls, routes, rows } from './lambda-event-api';

const withVariables = conformanceApi('variables', {
  routes,
  stages: [aStage({ variables: { table: 'reports-local' } })],
});
const binary = conformanceApi('binary-events', { routes, binaryMediaTypes: ['image/*', 'application/pdf'] });
const all = conformanceApi('all-binary', { routes, binaryMediaTypes: ['*/*'] });
const { differs } = rows;
const identityNulls = nulls(
  ...['accessKey', 'accountId', 'caller', 'principalOrgId', 'user', 'userArn', 'cognitoAuthenticationProvider'],
  ...['cognitoAuthenticationType', 'cognitoIdentityId', 'cognitoIdentityPoolId'],
);

const shape = [
  gets(
    'The event has these keys, and null for maps without entries',
    pages.recordedAnswer,
    'GET /me',
    ({ headers: _, multiValueHeaders: __, requestContext: ___, ...rest }) =>
      expect(rest).toEqual({
        ...{ resource: '/me', path: '/me', httpMethod: 'GET', isBase64Encoded: false },
        ...nulls(
          'queryStringParameters',
          'multiValueQueryStringParameters',
          'pathParameters',
          'stageVariables',
          'body',
        ),
      }),
  ),
  has(
    'A body is handed on as text',
    pages.lambdaProxy,
    'POST /me',
    { body: '{"ü":1}', isBase64Encoded: false },
    { body: '{"ü":1}' },
  ),
  has('An empty body is null', pages.recordedAnswer, 'POST /me', { body: null }),
  has('The stage is not part of path', pages.recordedAnswer, 'GET /reports/1', {
    path: '/reports/1',
    resource: '/reports/{proxy+}',
  }),
  has(
    'Stage variables are a map',
    pages.stageVariables,
    'GET /me',
    { stageVariables: { table: 'reports-local' } },
    {},
    rowsOf(withVariables),
  ),
];

const query = [
  has('The query string is decoded; + is a space', pages.recordedAnswer, 'GET /me?a=b+c&%C3%BC=%2B', {
    queryStringParameters: { a: 'b c', ü: '+' },
  }),
  has('Of several values the single map has the last', pages.lambdaProxy, 'GET /me?a=1&a=2', {
    queryStringParameters: { a: '2' },
  }),
  has('The multi-value map of the query string has each value', pages.lambdaProxy, 'GET /me?a=1&a=2', {
    multiValueQueryStringParameters: { a: ['1', '2'] },
  }),
  has('A parameter without a value is empty', pages.recordedAnswer, 'GET /me?a&b=', {
    queryStringParameters: { a: '', b: '' },
  }),
  gets(
    'Names that every object has are parameters too',
    pages.lambdaProxy,
    'GET /me?__proto__=x&constructor=y',
    (event) => expect(JSON.stringify(event['queryStringParameters'])).toBe('{"__proto__":"x","constructor":"y"}'),
  ),
  has('A question mark in the query string stays', pages.recordedAnswer, 'GET /me?a=b?c', {
    queryStringParameters: { a: 'b?c' },
  }),
  differs(
    'A pipe in the query string is taken as it is',
    pages.importantNotes,
    'AWS asks clients to encode it; browsers send it',
    async ({ call }) => {
      expect((await call('GET /me?a=b|c')).json().queryStringParameters).toEqual({ a: 'b|c' });
    },
  ),
];

const context = [
  gets(
    'requestContext has these members on an open method',
    pages.recordedAnswer,
    'GET /me',
    ({ requestContext }) =>
      expect(requestContext).toEqual({
        ...{
          accountId: '123456789012',
          apiId: 'events',
          deploymentId: 'dep1',
          httpMethod: 'GET',
          path: '/local/me',
          stage: 'local',
        },
        ...{
          domainName: 'abc.example.com',
          domainPrefix: 'abc',
          protocol: 'HTTP/1.1',
          resourceId: 'res1',
          resourcePath: '/me',
        },
        extendedRequestId: expect.stringMatching(/=$/),
        identity: { ...identityNulls, sourceIp: '127.0.0.1', userAgent: 'curl/8' },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        requestTime: expect.stringMatching(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/),
        requestTimeEpoch: expect.any(Number),
      }),
    headers(['Host', 'abc.example.com:4510'], ['User-Agent', 'curl/8']),
  ),
  gets('requestContext.path keeps the stage', pages.recordedAnswer, 'GET /reports/1/', ({ requestContext }) =>
    expect(requestContext['path']).toBe('/local/reports/1/'),
  ),
  gets('requestContext has no authorizer on an open method', pages.recordedAnswer, 'GET /me', ({ requestContext }) =>
    expect(requestContext).not.toHaveProperty('authorizer'),
  ),
  gets(
    'X-Forwarded-For does not change sourceIp',
    pages.context,
    'GET /me',
    ({ requestContext }) => expect(requestContext['identity']).toMatchObject({ sourceIp: '127.0.0.1' }),
    headers(['X-Forwarded-For', '10.0.0.1']),
  ),
];

const bytes = Buffer.from([0xff, 0xd8, 0x00]);
const upload = (type: string, body: Buffer | string = bytes): Sent => ({ headers: [['Content-Type', type]], body });
const encoded = { body: '/9gA', isBase64Encoded: true };

const binaries = [
  has(
    'A body of a binary media type is base64',
    pages.binary,
    'POST /me',
    encoded,
    upload('application/pdf'),
    rowsOf(binary),
  ),
  has('A family like image/* is binary', pages.binary, 'POST /me', encoded, upload('image/png'), rowsOf(binary)),
  has(
    'Parameters of the content type do not count',
    pages.binary,
    'POST /me',
    encoded,
    upload('application/pdf; version=1'),
    rowsOf(binary),
  ),
  has(
    '*/* makes every body binary',
    pages.binaryProxy,
    'POST /me',
    { isBase64Encoded: true, body: 'eA==' },
    upload('text/plain', 'x'),
    rowsOf(all),
  ),
  has(
    'A body of another type is text',
    pages.binary,
    'POST /me',
    { body: 'plain', isBase64Encoded: false },
    upload('text/plain', 'plain'),
    rowsOf(binary),
  ),
];

/** What a function of a proxy integration gets. */
export const lambdaEvents: Area = {
  apis: [api, withVariables, binary, all],
  rows: [...shape, ...query, ...context, ...binaries],
};
