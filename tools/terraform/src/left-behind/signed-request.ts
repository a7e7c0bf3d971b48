import { createHash, createHmac } from 'node:crypto';
import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

/** Where a service is, and as what it is asked. */
export interface Signed {
  readonly region: string;
  /** Of an emulator. @default - AWS */
  readonly endpoint?: string;
  readonly credentials: CognitoIdentityProviderClient['config']['credentials'];
}

/** What a service is asked. */
export interface Question {
  /** As in its host name and in signatures, such as `apigateway`. */
  readonly service: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** @default - nothing is sent, by `GET` */
  readonly body?: string;
}

/**
 * Asks a service of which no client is installed, for one or two calls.
 *
 * @returns the answer's JSON
 * @throws Error with what AWS says when it refuses
 */
export async function signedRequest<T>(
  { credentials, endpoint, region }: Signed,
  { body, headers: own, path, query = {}, service }: Question,
): Promise<T> {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const url = new URL(path, endpoint ?? `https://${service}.${region}.amazonaws.com${suffix}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const method = body === undefined ? 'GET' : 'POST';
  const signer = new SignatureV4({ service, region, credentials: await credentials(), sha256: Sha256 });
  const { headers } = await signer.sign({
    ...{ method, protocol: url.protocol, hostname: url.hostname, path: url.pathname, query: { ...query }, body },
    headers: { ...own, host: url.host },
  });
  const response = await fetch(url, { method, headers, body });
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  throw new Error(`${service} answered ${response.status}: ${text.slice(0, 300)}`);
}

/** What a signature is computed with. */
class Sha256 {
  private readonly hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Buffer);
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(data as Buffer);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }
}
