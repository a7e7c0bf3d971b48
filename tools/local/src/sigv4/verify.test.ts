import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { type HttpRequest, readSignature, Sha256, verifySignature } from '.';

// What AWS's own signer makes is verified, and nothing that differs from it.

const now = Date.parse('2026-11-28T12:00:00Z');
const keys = {
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'a/token+of=us',
  expiration: '2026-11-28T13:00:00+00:00',
};

interface Sent {
  readonly method?: string;
  /** As it goes over the wire. */
  readonly path?: string;
  readonly query?: Record<string, string | string[]>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly service?: string;
  readonly at?: number;
}

const signer = (service: string) =>
  new SignatureV4({
    service,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'ASIAEXAMPLE', ...keys, expiration: undefined },
    sha256: Sha256,
    uriEscapePath: service !== 's3',
  });

const described = ({ body, headers, method = 'GET', path = '/', query }: Sent) => ({
  method,
  protocol: 'http:',
  hostname: '127.0.0.1',
  path,
  query,
  body,
  headers: { host: '127.0.0.1:4599', ...headers },
});

async function sign(sent: Sent): Promise<HttpRequest> {
  const { at = now, service = 'execute-api' } = sent;
  return received(sent, await signer(service).sign(described(sent), { signingDate: new Date(at) }));
}

async function presign(sent: Sent, expiresIn = 60): Promise<HttpRequest> {
  const { at = now, service = 's3' } = sent;
  return received(sent, await signer(service).presign(described(sent), { signingDate: new Date(at), expiresIn }));
}

function received({ body = '' }: Sent, signed: { headers: object; method: string; path: string; query?: object }) {
  const query = Object.entries((signed.query ?? {}) as Record<string, string | string[]>).flatMap(([name, values]) =>
    [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  const { method, path } = signed;
  return { method, path, query: query.join('&'), headers: Object.entries(signed.headers), bodyHash: hash(body) };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const problemOf = (request: HttpRequest, at = now) => verifySignature(request, readSignature(request)!, keys, at);

describe('a signature', () => {
  it.each<[string, Sent]>([
    ['of a bare GET', {}],
    ['of a path with escapes, dots and empty segments', { path: '/local/a%20b/%3Fx//./c/../d/' }],
    ['of a path in another script', { path: `/${encodeURIComponent('prix/été~(1)!*')}` }],
    ['of a query, sorted, repeated, empty, escaped', { query: { b: ['2', '1'], a: '', 'c d': 'ä&=+ (x)', A: '0' } }],
    ['of a body', { method: 'POST', body: '{"ä":1}', headers: { 'content-type': 'application/json' } }],
    ['of a header with spaces', { headers: { 'x-amz-meta': '  a   b  ' } }],
    ['of S3, whose path is encoded once', { service: 's3', path: '/bucket/a%20b/%2B/c//d' }],
  ])('%s is right', async (_what, sent) => {
    expect(problemOf(await sign(sent))).toBeUndefined();
  });

  it('of a presigned URL is right as long as it holds', async () => {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const request = await presign({ path: '/bucket/key', headers });
    expect(problemOf(request, now + 60_000)).toBeUndefined();
    expect(problemOf(request, now + 61_000)).toEqual({ kind: 'expired', message: 'Request has expired' });
  });

  it.each<[string, (request: HttpRequest) => HttpRequest, string]>([
    ['another method', (request) => ({ ...request, method: 'DELETE' }), 'signature'],
    ['another path', (request) => ({ ...request, path: '/other' }), 'signature'],
    ['another query', (request) => ({ ...request, query: 'a=2' }), 'signature'],
    ['another body', (request) => ({ ...request, bodyHash: hash('other') }), 'signature'],
    ['another value of a signed header', (request) => withHeader(request, 'host', 'elsewhere'), 'signature'],
    ['another session token', (request) => withHeader(request, 'x-amz-security-token', 'other'), 'token'],
    ['no session token', (request) => withHeader(request, 'x-amz-security-token', undefined), 'token'],
    ['no date', (request) => withHeader(request, 'x-amz-date', undefined), 'incomplete'],
    ['a date of another day', (request) => withHeader(request, 'x-amz-date', '20261127T120000Z'), 'incomplete'],
    ['a header of AWS that is not signed', (request) => withHeader(request, 'x-amz-more', '1'), 'incomplete'],
  ])('with %s is refused', async (_what, change, kind) => {
    const request = change(await sign({ method: 'POST', path: '/p', query: { a: '1' }, body: 'b' }));
    expect(problemOf(request)).toMatchObject({ kind });
  });

  it('of another secret is refused', async () => {
    const request = await sign({});
    const problem = verifySignature(request, readSignature(request)!, { ...keys, secretAccessKey: 'x' }, now);
    expect(problem).toMatchObject({ kind: 'signature', message: expect.stringMatching(/^The request signature we/) });
  });

  it('holds fifteen minutes, before and after', async () => {
    const request = await sign({});
    expect(problemOf(request, now + 15 * 60_000)).toBeUndefined();
    expect(problemOf(request, now - 15 * 60_000)).toBeUndefined();
    expect(problemOf(request, now + 15 * 60_000 + 1000)).toEqual({
      kind: 'skewed',
      message: 'Signature expired: 20261128T120000Z is now earlier than 20261128T120001Z (20261128T121501Z - 15 min.)',
    });
    expect(problemOf(request, now - 15 * 60_000 - 1000)).toMatchObject({ kind: 'skewed' });
  });

  it('holds five minutes where a service says so', async () => {
    const request = await sign({});
    const at = (minutes: number) =>
      verifySignature(request, readSignature(request)!, keys, now + minutes * 60_000, 5)?.message;
    expect(at(5)).toBeUndefined();
    expect(at(6)).toMatch(/ - 5 min\.\)$/);
    expect(at(-6)).toMatch(/^Signature not yet current/);
  });

  it('of credentials that are over is refused', async () => {
    const later = now + 60 * 60_000;
    expect(problemOf(await sign({ at: later }), later)).toMatchObject({ kind: 'expiredToken' });
  });

  it('does not let S3 take another body than announced', async () => {
    const sent = { service: 's3', method: 'PUT', path: '/b/k', body: 'mine' };
    const request = await sign({ ...sent, headers: { 'x-amz-content-sha256': hash('mine') } });
    expect(problemOf(request)).toBeUndefined();
    expect(problemOf({ ...request, bodyHash: hash('other') })).toMatchObject({ kind: 'payload' });
  });

  it.each(['', 'Bearer x', 'AWS4-HMAC-SHA256 Credential=a/b, Signature=c', 'AWS4-ECDSA-P256-SHA256 Credential=a'])(
    'is none in the header %j',
    (authorization) => {
      expect(readSignature({ headers: [['Authorization', authorization]], query: '' })).toBeUndefined();
    },
  );
});

const withHeader = (request: HttpRequest, name: string, value: string | undefined): HttpRequest => ({
  ...request,
  headers: [
    ...request.headers.filter(([each]) => each !== name),
    ...(value === undefined ? [] : [[name, value] as const]),
  ],
});
