import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

const api = conformanceApi('protocol', {
  routes: ['ANY /echo', 'ANY /echo/{proxy+}', 'ANY /result'].map((title) =>
    aRoute(title, { integration: theFunction }),
  ),
});
const { differs, row } = rowsOf(api);

const lines = (...parts: string[]) => `${parts.join('\r\n')}\r\n\r\n`;
const host = 'Host: api.example.com';
const start = `POST /local/echo HTTP/1.1`;

/** A request that is refused at once, with its reason printed, on a connection that is closed then. */
const refused = (name: string, source: string, bytes: string, [status, reason]: [number, string], halfClose = false) =>
  row(name, source, async ({ bytes: send, problems, refusals }) => {
    const answer = await send(bytes, { halfClose });
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(refusals.join()).toContain(reason);
    expect(problems).toEqual([]);
  });

const smuggling = [
  refused(
    'Two Content-Length headers are refused, also equal ones',
    `${pages.http11}#section-6.3`,
    lines(start, host, 'Content-Length: 3', 'Content-Length: 3') + 'abc',
    [400, 'Duplicate Content-Length'],
  ),
  refused(
    'A list in Content-Length is refused',
    `${pages.http11}#section-6.3`,
    lines(start, host, 'Content-Length: 3, 3') + 'abc',
    [400, 'Content-Length'],
  ),
  refused(
    'A negative Content-Length is refused',
    `${pages.http11}#section-6.3`,
    lines(start, host, 'Content-Length: -1'),
    [400, 'Content-Length'],
  ),
  refused(
    'Content-Length beside Transfer-Encoding is refused',
    `${pages.http11}#section-6.1`,
    lines(start, host, 'Content-Length: 3', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
    [400, "Transfer-Encoding can't be present with Content-Length"],
  ),
  refused(
    'Two Transfer-Encoding headers are refused',
    `${pages.http11}#section-6.1`,
    lines(start, host, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + '0\r\n\r\n',
    [400, 'Transfer-Encoding'],
  ),
  refused(
    'A Transfer-Encoding that is not chunked is refused',
    `${pages.http11}#section-6.1`,
    lines(start, host, 'Transfer-Encoding: xchunked') + '0\r\n\r\n',
    [400, 'Transfer-Encoding'],
  ),
  refused(
    'Transfer-Encoding: gzip, chunked is refused',
    `${pages.http11}#section-6.1`,
    lines(start, host, 'Transfer-Encoding: gzip, chunked') + '0\r\n\r\n',
    [400, 'its Transfer-Encoding is gzip, chunked'],
  ),
  refused(
    'Transfer-Encoding in HTTP/1.0 is refused',
    `${pages.http11}#section-6.1`,
    lines('POST /local/echo HTTP/1.0', host, 'Transfer-Encoding: chunked') + '0\r\n\r\n',
    [400, 'HTTP/1.0 with Transfer-Encoding'],
  ),
  refused(
    'A chunk size that is no number is refused',
    `${pages.http11}#section-7.1`,
    lines(start, host, 'Transfer-Encoding: chunked') + 'zz\r\n',
    [400, 'chunk size'],
  ),
  refused(
    'Two Host headers are refused',
    `${pages.http11}#section-3.2`,
    lines('GET /local/echo HTTP/1.1', host, 'Host: other.example.com'),
    [400, 'it has 2 Host headers, not one'],
  ),
  refused('HTTP/1.1 without Host is refused', `${pages.http11}#section-3.2`, lines('GET /local/echo HTTP/1.1'), [
    400,
    'it has 0 Host headers, not one',
  ]),
  refused(
    'A space before the colon of a header is refused',
    `${pages.http11}#section-5.1`,
    lines('GET /local/echo HTTP/1.1', host, 'X-A : b'),
    [400, 'header token'],
  ),
  refused(
    'A header over two lines is refused',
    `${pages.http11}#section-5.2`,
    lines('GET /local/echo HTTP/1.1', host, 'X-A: b', ' c'),
    [400, 'it is no HTTP/1.1 request'],
  ),
  refused(
    'A control character in a header is refused',
    `${pages.httpSemantics}#section-5.5`,
    lines('GET /local/echo HTTP/1.1', host, 'X-A: b\0c'),
    [400, 'header value'],
  ),
];

const versions = [
  refused('HTTP/0.9 is refused', pages.http11, 'GET /local/echo\r\n\r\n', [400, 'it is HTTP/0.9, not HTTP/1.1']),
  refused('A version that does not exist is refused', pages.http11, lines('GET /local/echo HTTP/1.2', host), [
    400,
    'Invalid HTTP version',
  ]),
  refused('HTTP/2.0 as a version in HTTP/1 is refused', pages.http11, lines('GET /local/echo HTTP/2.0', host), [
    400,
    'it is HTTP/2.0',
  ]),
  refused('A verb that HTTP does not know is refused', pages.http11, lines('BREW /local/echo HTTP/1.1', host), [
    400,
    'Invalid method',
  ]),
  refused('A TLS handshake is refused', pages.http11, '\x16\x03\x01\x02\x00\x01\x00', [
    400,
    'it is no HTTP/1.1 request',
  ]),
  refused('A path beyond ASCII is refused', pages.http11, lines('GET /local/\xfc HTTP/1.1', host), [400, 'url']),
  refused(
    'Half a request on a connection that the client closed is refused',
    `${pages.http11}#section-8`,
    `GET /local/echo HTTP/1.1\r\n${host}\r\n`,
    [400, 'it is no HTTP/1.1 request'],
    true,
  ),
  refused(
    'Half a body on a connection that the client closed is refused',
    `${pages.http11}#section-8`,
    `${lines(start, host, 'Content-Length: 5')}ab`,
    [400, 'it is no HTTP/1.1 request'],
    true,
  ),
  refused(
    'An expectation other than 100-continue is refused with 417',
    `${pages.httpSemantics}#section-10.1.1`,
    lines('GET /local/echo HTTP/1.1', host, 'Expect: a miracle'),
    [417, 'it expects a miracle'],
  ),
];

const targets = [
  row('CONNECT is answered 403', pages.gatewayResponseTypes, async ({ bytes, refusals }) => {
    expect(await bytes(lines('CONNECT api.example.com:443 HTTP/1.1', host))).toMatch(/^HTTP\/1\.1 403 /);
    expect(refusals).toEqual(['CONNECT api.example.com:443: no stage "" is served here']);
  }),
  differs(
    'A target with scheme and host is answered 403',
    `${pages.http11}#section-3.2.2`,
    'only proxies are sent such targets; AWS does not document its answer, so it is the closed one',
    async ({ bytes, refusals }) => {
      const answer = await bytes(lines('GET http://api.example.com/local/echo HTTP/1.1', host, 'Connection: close'));
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(refusals.join()).toContain('no stage "" is served here');
    },
  ),
  row('OPTIONS * is answered 403', pages.recordedRouting, async ({ bytes }) => {
    expect(await bytes(lines('OPTIONS * HTTP/1.1', host, 'Connection: close'))).toMatch(/^HTTP\/1\.1 403 /);
  }),
  row('A client that closes its side after the request gets its answer', `${pages.http11}#section-9.6`, async (api) => {
    const answer = await api.bytes(lines('GET /local/echo HTTP/1.1', host), { halfClose: true });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  }),
  row('Two requests on one connection are answered in turn', `${pages.http11}#section-9.3.2`, async ({ bytes }) => {
    const one = lines('GET /local/echo/1 HTTP/1.1', host);
    const two = lines('GET /local/nowhere HTTP/1.1', host, 'Connection: close');
    const answer = await bytes(one + two);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
  }),
  row(
    'A broken request behind a good one is refused after the good one is answered',
    pages.http11,
    async ({ bytes }) => {
      const answer = await bytes(`${lines('GET /local/echo/1 HTTP/1.1', host)}BREW / HTTP/1.1\r\n\r\n`);
      expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    },
  ),
  row(
    '100-continue is answered before the body is sent',
    `${pages.httpSemantics}#section-10.1.1`,
    async ({ bytes }) => {
      const head = lines(start, host, 'Content-Length: 2', 'Expect: 100-continue', 'Connection: close');
      expect((await bytes(`${head}ab`)).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
    },
  ),
  row('HEAD has no body', `${pages.httpSemantics}#section-9.3.2`, async ({ call }) => {
    expect(await call('HEAD /echo')).toMatchObject({ status: 200, body: '' });
  }),
  row('204 has neither a body nor a length', `${pages.httpSemantics}#section-15.3.5`, async ({ call }) => {
    const answer = await call('POST /result', { body: '{"statusCode":204}' });
    expect([answer.status, answer.body, answer.header('content-length')]).toEqual([204, '', undefined]);
  }),
  row(
    'What a client sends cannot move the cursor where refusals are printed',
    pages.http11,
    async ({ bytes, refusals }) => {
      await bytes(lines('GET /local/echo HTTP/1.1', host, 'Expect: \x80\x9b31m'));
      expect(refusals).toEqual([expect.stringContaining('it expects \\x80\\x9b31m')]);
    },
  ),
];

/** HTTP/1.1 as it comes, and what is no HTTP/1.1. */
export const protocol: Area = { apis: [api], rows: [...targets, ...versions, ...smuggling] };
