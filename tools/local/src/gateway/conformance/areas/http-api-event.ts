import { anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { aFunctionCall, conformanceHttpApi, echo } from '../http-functions';
import { httpPages } from '../http-pages';
import { rowsOf } from '../row';

const v1 = { integration: aFunctionCall({ payloadFormat: '1.0' }) };
const api = conformanceHttpApi('http-event', {
  routes: [
    echo('ANY /echo'),
    echo('GET /items/{id}'),
    echo('$default'),
    echo('ANY /old', v1),
    echo('GET /old/{id}', v1),
  ],
  stages: [anHttpStage(), anHttpStage({ name: 'dev', variables: { region: 'north' } })],
});
const { row } = rowsOf(api);

const base64 = (text: string) => Buffer.from(text).toString('base64');

const sent = (type: string | undefined, body: string) => ({
  body,
  headers: type === undefined ? [] : ([['Content-Type', type]] as [string, string][]),
});

const asText = (type: string) =>
  row(`A body of type ${type} is text`, httpPages.base64, async ({ call }) => {
    expect((await call('POST /echo', sent(type, '<a>ä</a>'))).json()).toMatchObject({
      body: '<a>ä</a>',
      isBase64Encoded: false,
    });
  });

const asBase64 = (name: string, type: string | undefined) =>
  row(name, httpPages.base64, async ({ call }) => {
    expect((await call('POST /echo', sent(type, 'a=1'))).json()).toMatchObject({
      body: base64('a=1'),
      isBase64Encoded: true,
    });
  });

const bodies = [
  ...['text/html; charset=utf-8', 'application/json', 'application/xml', 'application/javascript'].map(asText),
  asBase64('A form is base64', 'application/x-www-form-urlencoded'),
  asBase64('A vendor type of JSON is base64', 'application/vnd.api+json'),
  asBase64('A body without a type is base64', undefined),
];

const version2 = [
  row('The event has the members of payload format 2.0, and no others', httpPages.lambda, async ({ call }) => {
    const event = (await call('GET /echo')).json();
    expect(Object.keys(event).sort()).toEqual(
      ['headers', 'isBase64Encoded', 'rawPath', 'rawQueryString', 'requestContext', 'routeKey', 'version'].sort(),
    );
    expect(event).toMatchObject({ version: '2.0', routeKey: 'ANY /echo', rawPath: '/echo', rawQueryString: '' });
  }),
  row(
    'Query, cookies, parameters, variables and body are there where they were sent',
    httpPages.lambda,
    async ({ call }) => {
      const event = (await call('GET /dev/items/7?a=1', { headers: [['Cookie', 'x=1; y=2']] })).json();
      expect(event).toMatchObject({
        ...{ rawQueryString: 'a=1', queryStringParameters: { a: '1' }, pathParameters: { id: '7' } },
        ...{ cookies: ['x=1', 'y=2'], stageVariables: { region: 'north' } },
      });
      expect(event.headers).not.toHaveProperty('cookie');
    },
  ),
  row('Many values of a header or parameter are joined by commas', httpPages.lambda, async ({ call }) => {
    const headers: [string, string][] = [
      ['X-Many', 'a'],
      ['x-many', 'b'],
    ];
    const event = (await call('GET /echo?q=1&q=2&r=a%20b', { headers })).json();
    expect(event).toMatchObject({ headers: { 'x-many': 'a,b' }, queryStringParameters: { q: '1,2', r: 'a b' } });
    expect(event.rawQueryString).toBe('q=1&q=2&r=a%20b');
  }),
  row('Header names are in lower case, with those of the gateway', httpPages.event, async ({ call }) => {
    const { headers } = (await call('POST /echo', { headers: [['X-Own', 'A']], body: 'abc' })).json();
    expect(headers).toMatchObject({ 'x-own': 'A', 'content-length': '3', 'x-forwarded-for': '127.0.0.1' });
    expect(headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
    expect(Object.keys(headers).filter((name) => name !== name.toLowerCase())).toEqual([]);
  }),
  row('requestContext says who asked for what, when', httpPages.lambda, async ({ call }) => {
    const { requestContext } = (
      await call('GET /items/7', {
        headers: [
          ['User-Agent', 'me'],
          ['Host', 'abc.example.com'],
        ],
      })
    ).json();
    expect(requestContext).toEqual({
      ...{ accountId: '123456789012', apiId: 'http-event', domainName: 'abc.example.com', domainPrefix: 'abc' },
      http: { method: 'GET', path: '/items/7', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'me' },
      requestId: expect.stringMatching(/^.{15}=$/),
      ...{ routeKey: 'GET /items/{id}', stage: '$default' },
      time: expect.stringMatching(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/),
      timeEpoch: expect.any(Number),
    });
  }),
  row('A named stage stays in rawPath and http.path', httpPages.stagePath, async ({ call }) => {
    const event = (await call('GET /dev/items/7')).json();
    expect([event.rawPath, event.requestContext.http.path, event.requestContext.stage]).toEqual([
      ...['/dev/items/7', '/dev/items/7', 'dev'],
    ]);
  }),
];

const version1 = [
  row('Format 1.0 has the members of a REST API’s event, and version', httpPages.lambda, async ({ call }) => {
    const event = (await call('GET /old')).json();
    expect(event).toMatchObject({
      ...{ version: '1.0', resource: '/old', path: '/old', httpMethod: 'GET', body: null, isBase64Encoded: false },
      ...{
        queryStringParameters: null,
        multiValueQueryStringParameters: null,
        pathParameters: null,
        stageVariables: null,
      },
    });
    expect(event.requestContext).toMatchObject({
      ...{ apiId: 'http-event', httpMethod: 'GET', path: '/old', protocol: 'HTTP/1.1', stage: '$default' },
      ...{ resourceId: null, resourcePath: '/old', identity: { sourceIp: '127.0.0.1', userArn: null } },
    });
    expect(event.requestContext.extendedRequestId).toBe(event.requestContext.requestId);
  }),
  row('It has many values as lists, and the last one alone', httpPages.lambda, async ({ call }) => {
    const event = (await call('GET /old/7?q=1&q=2', { headers: [['Cookie', 'a=1']] })).json();
    expect(event).toMatchObject({
      ...{ queryStringParameters: { q: '2' }, multiValueQueryStringParameters: { q: ['1', '2'] } },
      ...{ pathParameters: { id: '7' }, multiValueHeaders: { Cookie: ['a=1'] } },
    });
    expect(event).not.toHaveProperty('cookies');
  }),
];

/** What a function gets. */
export const httpApiEvents: Area = { httpApis: [api], rows: [...version2, ...bodies, ...version1] };
