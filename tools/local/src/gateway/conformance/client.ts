import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** An answer, easy to compare. */
export interface Seen {
  readonly status: number;
  readonly body: string;
  readonly bytes: Buffer;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Value of a header in any case; several are joined as HTTP does. */
  header(name: string): string | undefined;
  /** The body as JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- compared member by member
  json(): any;
}

export interface Sent {
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Buffer;
}

const agent = new Agent({ keepAlive: true });

/** Sends a request as written: fetch would normalise the path and the names of headers. */
export function send(url: string, title: string, { headers = [], body = '' }: Sent = {}): Promise<Seen> {
  const [method, path] = title.split(' ') as [string, string];
  const { host, hostname, port } = new URL(url);
  const length: [string, string][] = body.length === 0 ? [] : [['Content-Length', String(Buffer.byteLength(body))]];
  const own = headers.some(([name]) => name.toLowerCase() === 'host') ? [] : [['Host', host]];
  return new Promise((resolve, reject) => {
    const all = [...own, ...headers, ...length].flat();
    const outgoing = request({ agent, hostname, port, path, method, headers: all }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve(seen(incoming.statusCode ?? 0, incoming.rawHeaders, Buffer.concat(chunks))));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Writes bytes (of text: Latin-1) to a socket, and gives what comes back until the other side closes. */
export function sendBytes(url: string, bytes: string | Buffer, { halfClose = false } = {}): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('end', () => {
      socket.end();
      resolve(answer);
    });
    socket.on('error', reject);
    const sent = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    if (halfClose) socket.end(sent);
    else socket.write(sent);
  });
}

function seen(status: number, rawHeaders: readonly string[], bytes: Buffer): Seen {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] as string] as const] : [],
  );
  const body = bytes.toString();
  return {
    status,
    body,
    bytes,
    headers,
    header: (name) => {
      const found = headers.filter(([key]) => key.toLowerCase() === name.toLowerCase());
      return found.length > 0 ? found.map(([, value]) => value).join(', ') : undefined;
    },
    json: () => JSON.parse(body),
  };
}
