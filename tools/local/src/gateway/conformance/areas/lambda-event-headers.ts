import { type Area } from '../area';
import { pages } from '../pages';
import { api, gets, has, headers, rows } from './lambda-event-api';

const { differs } = rows;

const sentHeaders = [
  has(
    'Header names keep their case',
    pages.recordedAnswer,
    'GET /me',
    { headers: { 'x-LOWER': 'y' } },
    headers(['x-LOWER', 'y']),
  ),
  has(
    'Authorization and User-Agent are capitalised',
    pages.recordedAnswer,
    'GET /me',
    { headers: { Authorization: 'x', 'User-Agent': 'curl/8' } },
    headers(['authorization', 'x'], ['user-agent', 'curl/8']),
  ),
  has(
    'Of several headers of a name the single map has the last',
    pages.lambdaProxy,
    'GET /me',
    { headers: { 'X-Many': 'two' } },
    headers(['X-Many', 'one'], ['x-many', 'two']),
  ),
  has(
    'The multi-value map of the headers has each value',
    pages.lambdaProxy,
    'GET /me',
    { multiValueHeaders: { 'X-Many': ['one', 'two'] } },
    headers(['X-Many', 'one'], ['x-many', 'two']),
  ),
  gets(
    'Headers of the connection are taken off',
    pages.recordedAnswer,
    'POST /me',
    (event) => {
      const names = Object.keys(event.headers).map((name) => name.toLowerCase());
      for (const gone of ['connection', 'content-length', 'te', 'expect', 'keep-alive', 'max-forwards'])
        expect(names).not.toContain(gone);
      expect(names).toContain('x-kept');
    },
    {
      headers: [
        ['TE', 'trailers'],
        ['Keep-Alive', 'x'],
        ['Max-Forwards', '1'],
        ['X-Kept', 'y'],
      ],
      body: 'x',
    },
  ),
  has('X-Forwarded-For is the address of the client', pages.recordedAnswer, 'GET /me', {
    headers: { 'X-Forwarded-For': '127.0.0.1' },
  }),
  has(
    'X-Forwarded-For of the client stays in front',
    pages.recordedAnswer,
    'GET /me',
    { headers: { 'X-Forwarded-For': '10.0.0.1, 127.0.0.1' } },
    headers(['x-forwarded-for', '10.0.0.1']),
  ),
  differs(
    'X-Forwarded-Proto is http and X-Forwarded-Port the port here',
    pages.recordedAnswer,
    'the local gateway has no certificate',
    async ({ call, url }) => {
      const { headers } = (await call('GET /me')).json();
      expect([headers['X-Forwarded-Proto'], headers['X-Forwarded-Port']]).toEqual(['http', new URL(url).port]);
    },
  ),
  gets('X-Amzn-Trace-Id is made', pages.recordedAnswer, 'GET /me', (event) =>
    expect(event.headers['X-Amzn-Trace-Id']).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
  ),
  has(
    'X-Amzn-Trace-Id of the client stays',
    pages.recordedAnswer,
    'GET /me',
    { headers: { 'X-Amzn-Trace-Id': 'Root=1-1-1' } },
    headers(['X-Amzn-Trace-Id', 'Root=1-1-1']),
  ),
];

/** The headers that a function of a proxy integration gets. */
export const lambdaEventHeaders: Area = { apis: [api], rows: sentHeaders };
