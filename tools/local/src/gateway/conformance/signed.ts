import { SignatureV4 } from '@smithy/signature-v4';
import { type Caller } from '../../emulator/caller';
import { Sha256 } from '../../sigv4';
import { region } from '../testing/surface';
import { type Seen, type Sent } from './client';
import { type Conformance } from './served';

/** How a request is signed, where it is not as usual. */
export interface SignedBy {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly region?: string;
  readonly service?: string;
  readonly at?: number;
}

/** What goes over the wire: title and headers as AWS's own signer makes them. */
export interface SignedRequest extends Sent {
  readonly title: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Signs `GET /prices?a=1`, below the stage `local`. */
export async function sign(url: string, title: string, by: Caller, how: SignedBy = {}): Promise<SignedRequest> {
  const { signed, body } = await described(url, title, by, how, 'sign');
  return { title, headers: Object.entries(signed.headers), ...(body !== undefined && { body }) };
}

/** Presigns it; `expiresIn` in seconds. */
export async function presign(url: string, title: string, by: Caller, expiresIn = 60, at?: number): Promise<string> {
  const { signed } = await described(url, title, by, { at }, 'presign', expiresIn);
  const query = Object.entries((signed.query ?? {}) as Record<string, string>)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return `${title.split('?')[0]}?${query}`;
}

/** Signs and sends a request. */
export async function callSigned(
  { call, url }: Pick<Conformance, 'call' | 'url'>,
  title: string,
  by: Caller,
  how?: SignedBy,
): Promise<Seen> {
  const { title: sent, ...request } = await sign(url, title, by, how);
  return call(sent, request);
}

async function described(
  url: string,
  title: string,
  { accessKeyId, secretAccessKey, sessionToken }: Caller,
  { at = Date.now(), body, headers, region: signedRegion = region, service = 'execute-api' }: SignedBy,
  how: 'sign' | 'presign',
  expiresIn = 60,
) {
  const [method = '', target = ''] = title.split(' ');
  const { host, hostname } = new URL(url);
  const [path = '', queryString = ''] = target.split('?');
  const parameters = new URLSearchParams(queryString);
  const query = Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    region: signedRegion,
    service,
    sha256: Sha256,
  });
  const request = {
    method,
    protocol: 'http:',
    hostname,
    path: `/local${path}`,
    query,
    body,
    headers: { host, ...headers },
  };
  const options = { signingDate: new Date(at) };
  const signed = await (how === 'sign'
    ? signer.sign(request, options)
    : signer.presign(request, { ...options, expiresIn }));
  return { signed, body };
}
