import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

const integration = {
  ...theFunction,
  type: 'MOCK',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
} as const;
const responses = [{ statusCode: '200', responseParameters: {}, responseTemplates: {} }];
const api = conformanceApi('sizes', { routes: [aRoute('ANY /mock', { integration: { ...integration, responses } })] });
const { differs, row } = rowsOf(api);

const LIMIT = 10_485_760;
const host = 'Host: api.example.com';
const head = (...lines: string[]) => `${['POST /local/mock HTTP/1.1', host, ...lines].join('\r\n')}\r\n\r\n`;
const tooLarge = /^HTTP\/1\.1 413 [^]*\r\n\r\nHTTP content length exceeded 10485760 bytes\.$/;

/** What is too large for API Gateway. */
export const sizes: Area = {
  apis: [api],
  rows: [
    row('A body of 10 MB passes', pages.limits, async ({ call }) => {
      expect((await call('POST /mock', { body: Buffer.alloc(LIMIT, 'a') })).status).toBe(200);
    }),
    row('One byte more is answered 413 in plain text', pages.importantNotes, async ({ call, refusals }) => {
      const answer = await call('POST /mock', { body: Buffer.alloc(LIMIT + 1, 'a') });
      expect([answer.status, answer.body]).toEqual([413, `HTTP content length exceeded ${LIMIT} bytes.`]);
      expect(answer.header('content-type')).toBe('text/plain');
      expect(refusals).toEqual(['POST /local/mock: its body is larger than 10 MB']);
    }),
    row('A Content-Length of 99 TB is answered 413 before any of it is sent', pages.limits, async ({ bytes }) => {
      expect(await bytes(head('Content-Length: 99000000000000'), { halfClose: true })).toMatch(tooLarge);
    }),
    row('The same with Expect: 100-continue, without the 100', pages.limits, async ({ bytes }) => {
      const request = head('Content-Length: 99000000000000', 'Expect: 100-continue');
      expect(await bytes(request, { halfClose: true })).toMatch(tooLarge);
    }),
    row('A Content-Length beyond all numbers is answered 400', pages.http11, async ({ bytes, refusals }) => {
      expect(await bytes(head(`Content-Length: ${'9'.repeat(30)}`))).toMatch(/^HTTP\/1\.1 400 /);
      expect(refusals.join()).toContain('Content-Length overflow');
    }),
    row('A body in chunks beyond 10 MB is answered 413 before its end', pages.limits, async ({ bytes, refusals }) => {
      const size = LIMIT + 1;
      const chunk = Buffer.concat([
        Buffer.from(`${size.toString(16)}\r\n`),
        Buffer.alloc(size, 'a'),
        Buffer.from('\r\n'),
      ]);
      const request = Buffer.concat([Buffer.from(head('Transfer-Encoding: chunked')), chunk]);
      expect(await bytes(request, { halfClose: true })).toMatch(tooLarge);
      expect(refusals.join()).toContain('its body is larger than 10 MB');
    }),
    row('A header larger than 10,240 bytes is answered 431', pages.tooLarge, async ({ bytes, refusals }) => {
      const answer = await bytes(head(`X-Large: ${'a'.repeat(11_000)}`));
      expect(answer).toMatch(/^HTTP\/1\.1 431 [^]*\r\n\r\nHTTP header is larger than 10240 bytes\.$/);
      expect(refusals.join()).toContain('its request line and headers are larger than 10240 bytes');
    }),
    row('3,000 small headers of 10,240 bytes together are answered 431', pages.limits, async ({ bytes }) => {
      expect(await bytes(head(...Array.from({ length: 3000 }, () => 'a: b')))).toMatch(/^HTTP\/1\.1 431 /);
    }),
    row('A request line of 10,240 bytes is answered 431', pages.limits, async ({ bytes }) => {
      const request = head().replace('/mock', `/mock?${'a'.repeat(10_240)}`);
      expect(await bytes(request)).toMatch(/^HTTP\/1\.1 431 /);
    }),
    row('9 KB of headers pass', pages.limits, async ({ call }) => {
      expect((await call('POST /mock', { headers: [['X-Large', 'a'.repeat(9_000)]] })).status).toBe(200);
    }),
    differs(
      'The names of headers count too',
      pages.limits,
      'AWS names the limit for the request line and header values; what its server counts is not documented',
      async ({ bytes }) => {
        const names = Array.from({ length: 60 }, (_, index) => `X-${'n'.repeat(180)}-${index}: v`);
        expect(await bytes(head(...names))).toMatch(/^HTTP\/1\.1 431 /);
      },
    ),
  ],
};
