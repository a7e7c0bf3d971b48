import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { signedUrl } from './sign';

const signer = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'to+k/en=', region: 'eu-west-1' };
const at = '20260131T120000Z';

/** As AWS's own signer makes it. */
async function expected(method: string, path: string, query: Record<string, string>, body?: string): Promise<unknown> {
  const aws = new SignatureV4({
    credentials: signer,
    region: signer.region,
    service: 'execute-api',
    sha256: Sha256,
  });
  const request = { method, protocol: 'http:', hostname: '127.0.0.1', port: 4510, path, query, body };
  const signed = await aws.presign(
    { ...request, headers: { host: '127.0.0.1:4510' } },
    { signingDate: new Date('2026-01-31T12:00:00Z'), expiresIn: 300 },
  );
  return signed.query?.['X-Amz-Signature'];
}

class Sha256 {
  private readonly parts: Uint8Array[] = [];
  constructor(private readonly secret?: unknown) {}
  update(part: Uint8Array | string): void {
    this.parts.push(Buffer.from(part));
  }
  async digest(): Promise<Uint8Array> {
    const hash =
      this.secret === undefined ? createHash('sha256') : createHmac('sha256', this.secret as string | Uint8Array);
    return new Uint8Array(hash.update(Buffer.concat(this.parts)).digest());
  }
  reset(): void {
    this.parts.length = 0;
  }
}

describe('a signed URL', () => {
  it.each([
    ['GET', '/local/prices', {}, undefined],
    ['GET', '/local/reports/a%20b', { page: '1', q: 'x y' }, undefined],
    ['POST', '/local/reports', {}, '{"title":"ü"}'],
  ] as const)('has the signature of the AWS SDK: %s %s', async (method, path, query, body) => {
    const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : '';
    const request = { method, url: `http://127.0.0.1:4510${path}${search}`, headers: {}, body, signer };
    const url = new URL(await signedUrl(request, at));

    expect(url.searchParams.get('X-Amz-Security-Token')).toBe(signer.sessionToken);
    expect(url.searchParams.get('X-Amz-Signature')).toBe(await expected(method, path, query, body));
  });

  it('is the URL itself without credentials', async () => {
    const request = { method: 'GET', url: 'http://127.0.0.1:4510/local/me', headers: {} };

    expect(await signedUrl(request)).toBe(request.url);
  });
});
