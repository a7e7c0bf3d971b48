import { type IncomingMessage, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256, type SigningKeys } from '../../sigv4';
import { headerPairs } from '../headers';

/** A request to an AWS service, before it is signed. */
export interface ServiceRequest {
  /** As in signatures: `sqs`, `states`. */
  readonly service: string;
  readonly region: string;
  readonly method: string;
  /** Percent-encoded, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

export interface ServiceAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Sends a request to the emulator, signed: the emulator holds it to the policies of whose credentials they are. */
export async function sendSigned(
  endpoint: string,
  { body = '', headers, method, path, region, service }: ServiceRequest,
  keys: SigningKeys,
  signal?: AbortSignal,
): Promise<ServiceAnswer> {
  const { host, hostname, port } = new URL(endpoint);
  const signer = new SignatureV4({
    credentials: keys,
    region,
    service,
    sha256: Sha256,
    // S3 alone takes a path as it is.
    uriEscapePath: service !== 's3',
  });
  const [pathname = '/', search = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(search);
  const query = Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
  const described = { method, protocol: 'http:', hostname, path: pathname, query, headers: { ...headers, host }, body };
  const signed = await signer.sign(described);
  // Not `fetch`, and not as a URL: both would resolve dots in the path.
  return answerTo({ hostname, port, method, path, headers: signed.headers, signal }, body);
}

function answerTo(options: object, body: Buffer | string): Promise<ServiceAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(options, (incoming: IncomingMessage) => {
      const { rawHeaders, statusCode: status = 502 } = incoming;
      const headers = [...headerPairs(rawHeaders)].map(([name, value]) => [name.toLowerCase(), value] as const);
      buffer(incoming).then((bytes) => resolve({ status, headers, body: bytes }), reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
