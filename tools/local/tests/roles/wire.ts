import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { type RoleCredentials } from '../../src/emulator';

/** A request as a client signs it. */
export interface Sent {
  readonly service: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly region?: string;
  /** When it is signed. @default now */
  readonly at?: Date;
}

export interface Answer {
  readonly status: number;
  /** AWS's name of the error; empty when there is none. */
  readonly code: string;
  readonly message: string;
  readonly text: string;
  readonly headers: Headers;
}

export type Keys = Pick<RoleCredentials, 'accessKeyId' | 'secretAccessKey'> & { readonly sessionToken?: string };

/** Sends it as bare HTTP, so that no SDK mends or hides anything. `change` tampers with it after it is signed. */
export async function send(url: string, sent: Sent, keys: Keys, change: (signed: Signed) => Signed = (s) => s) {
  const { method, path, query = {}, headers, body } = change(await sign(url, sent, keys));
  const search = new URLSearchParams(query).toString().replace(/\+/g, '%20');
  const response = await fetch(`${url}${path}${search && `?${search}`}`, { method, headers, body });
  return answerOf(response);
}

export type Signed = Required<Pick<Sent, 'headers' | 'method' | 'path'>> & Pick<Sent, 'body' | 'query'>;

export async function sign(url: string, sent: Sent, keys: Keys): Promise<Signed> {
  const { body, method = 'POST', path = '/', query } = sent;
  const signed = await signerOf(sent, keys).sign(described(url, sent), { signingDate: sent.at });
  return { method, path, query, body, headers: signed.headers };
}

/** A URL that holds a minute. */
export async function presign(url: string, sent: Sent, keys: Keys): Promise<string> {
  const request = described(url, sent);
  request.headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
  const { path, query } = await signerOf(sent, keys).presign(request, { signingDate: sent.at, expiresIn: 60 });
  return `${url}${path}?${new URLSearchParams(query as Record<string, string>).toString().replace(/\+/g, '%20')}`;
}

const signerOf = ({ region = 'eu-west-1', service }: Sent, credentials: Keys): SignatureV4 =>
  new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== 's3' });

const described = (url: string, { body, headers, method = 'POST', path = '/', query }: Sent) => ({
  method,
  protocol: 'http:',
  hostname: new URL(url).hostname,
  path,
  query: { ...query },
  body,
  headers: { host: new URL(url).host, ...headers } as Record<string, string>,
});

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  if (response.ok) return { status, code: '', message: '', text, headers };
  const json = /^\{/.test(text) ? (JSON.parse(text) as { __type?: string; message?: string; Message?: string }) : {};
  const inXml = (tag: string) => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1]?.replace(/&gt;/g, '>');
  return {
    status,
    code: (json.__type ?? inXml('Code') ?? headers.get('x-amzn-errortype') ?? '').replace(/^.*#/, ''),
    message: json.message ?? json.Message ?? inXml('Message') ?? text,
    text,
    headers,
  };
}

class Sha256 {
  private readonly hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', Buffer.from(secret as Uint8Array));
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {}
}
