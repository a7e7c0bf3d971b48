import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256';

/** Temporary AWS credentials. */
export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export interface Signing {
  readonly keys: SigningKeys;
  readonly region: string;
  /** @default now */
  readonly at?: Date;
}

/**
 * A request to an API, signed as AWS's own client signs it.
 *
 * @returns its headers, those of the signature too
 */
export async function signedHeaders(
  url: string,
  { body, headers = {}, method = 'GET' }: { method?: string; headers?: Record<string, string>; body?: string },
  { at = new Date(), keys, region }: Signing,
): Promise<Record<string, string>> {
  const { host, hostname, pathname, protocol, searchParams } = new URL(url);
  const signer = new SignatureV4({ credentials: keys, region, service: 'execute-api', sha256: Sha256 });
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
  const request = { method, protocol, hostname, path: pathname, query, headers: { ...headers, host }, body };
  const signed = await signer.sign(request, { signingDate: at });
  return signed.headers;
}
