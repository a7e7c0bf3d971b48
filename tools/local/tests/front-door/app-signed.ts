import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';
import { SignatureV4 } from '@smithy/signature-v4';
import { type AppSettings } from './app';

/** What an API answered to a signed request. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Runs in the page: signs requests with credentials of the identity pool, a guest's without an ID token.
 *
 * @param paths of the API, e.g. `/prices`
 */
export async function callSigned(settings: AppSettings, paths: readonly string[], idToken?: string): Promise<Answer[]> {
  const { api, endpoint } = settings;
  const credentials = fromCognitoIdentityPool({
    identityPoolId: api.identityPoolId,
    logins: idToken === undefined ? {} : { [api.provider]: idToken },
    clientConfig: { region: api.region, endpoint },
  });
  const signer = new SignatureV4({ credentials, region: api.region, service: 'execute-api', sha256: WebSha256 });
  const call = async (path: string): Promise<Answer> => {
    const url = new URL(api.url + path);
    const { host, hostname, pathname, protocol } = url;
    const request = { method: 'GET', protocol, hostname, path: pathname, headers: { host } };
    const { headers } = await signer.sign(request);
    delete headers.host;
    const response = await fetch(url, { headers });
    return { status: response.status, body: await response.json() };
  };
  return Promise.all(paths.map(call));
}

/** The hash that AWS's signer asks for, by the Web Crypto API. */
class WebSha256 {
  private data = new Uint8Array();

  constructor(private readonly secret?: string | ArrayBuffer | ArrayBufferView) {}

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.data = new Uint8Array([...this.data, ...bytes(data)]);
  }

  async digest(): Promise<Uint8Array> {
    if (this.secret === undefined) return new Uint8Array(await crypto.subtle.digest('SHA-256', this.data));
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', bytes(this.secret), hmac, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, this.data));
  }

  reset(): void {
    this.data = new Uint8Array();
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}
