import { createServer, type Http2Session, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import { type Answer } from './answer';
import { type ProviderAnswers } from './answers';
import { narrowSchema } from './narrow-schema';
import { fieldAt, GRPC_HEADER } from './protobuf';
import { type PooledProvider, type ProviderPool } from './provider-pool';

/**
 * The schema, and whether a provider block is valid: both depend on nothing but the question, and take the AWS provider
 * two seconds of CPU each time. Terraform asks two or three times for one plan.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.8.proto
 */
const REMEMBERED = /^\/tfplugin\d\.Provider\/(GetSchema|PrepareProviderConfig)$/;

/** go-plugin asks for these too; a provider needs neither. */
const UNIMPLEMENTED = '12';
const UNAVAILABLE = '14';

/** Gives a provider the values of its block. */
const CONFIGURE = /^\/tfplugin\d\.Provider\/Configure(Provider)?$/;
/** Tells a provider to end what it does. */
const STOP = /^\/tfplugin\d\.Provider\/Stop(Provider)?$/;

/**
 * Stands where Terraform expects a running provider. What is remembered is answered at once; for anything else there is a
 * provider for each configuration, as with Terraform, so no two configurations ever meet in one.
 */
export class ProviderProxy {
  /** Names of the types whose schema Terraform needs. @default - all of them */
  types: ReadonlySet<string> | undefined;

  private readonly server = createServer();
  private readonly sessions = new Map<Http2Session, PooledProvider>();

  constructor(
    private readonly pool: ProviderPool,
    private readonly answers: ProviderAnswers,
  ) {
    this.server.on('session', (session) => session.once('close', () => this.sessions.delete(session)));
    this.server.on('stream', (stream, headers) => {
      stream.on('error', () => undefined);
      this.serve(stream, headers).catch((error: unknown) =>
        reply(stream, {
          body: Buffer.alloc(0),
          trailers: { 'grpc-status': UNAVAILABLE, 'grpc-message': encodeURIComponent(String(error)) },
        }),
      );
    });
  }

  listen(socket: string): Promise<void> {
    return new Promise((resolve, reject) => this.server.once('error', reject).listen(socket, resolve));
  }

  /** After a command: ends providers that the next one is unlikely to need. */
  trim(): void {
    this.pool.trim();
  }

  /** Ends every provider. */
  async close(): Promise<void> {
    this.server.close();
    for (const session of this.sessions.keys()) session.destroy();
    await this.pool.close();
  }

  private async serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Promise<void> {
    const method = headers[':path'] ?? '';
    if (!method.startsWith('/tfplugin')) {
      reply(stream, { body: Buffer.alloc(0), trailers: { 'grpc-status': UNIMPLEMENTED } });
      return;
    }
    const request = await buffer(stream);
    if (!REMEMBERED.test(method)) return reply(stream, await this.ask(stream.session, headers, request));
    const known = this.answers.find(method, request);
    const answer = known
      ? { body: known, trailers: { 'grpc-status': '0' } }
      : await this.ask(stream.session, headers, request);
    if (!known && answer.trailers['grpc-status'] === '0') this.answers.keep(method, request, answer.body);
    reply(stream, method.endsWith('/GetSchema') ? this.narrowed(answer) : answer);
  }

  private narrowed({ body, trailers }: Answer): Answer {
    return { body: this.types ? narrowSchema(body, this.types) : body, trailers };
  }

  private async ask(from: Http2Session | undefined, headers: IncomingHttpHeaders, request: Buffer): Promise<Answer> {
    if (from === undefined || from.closed) throw new Error('Terraform has gone');
    const method = headers[':path'] ?? '';
    if (CONFIGURE.test(method)) return this.configure(from, headers, request);
    const provider = this.sessions.get(from) ?? this.pool.any();
    this.sessions.set(from, provider);
    if (STOP.test(method)) provider.spent = true;
    return forward(provider, headers, request);
  }

  /** A provider that has this configuration already answers as it did. */
  private configure(from: Http2Session, headers: IncomingHttpHeaders, request: Buffer): Promise<Answer> {
    const provider = this.pool.with(providerBlock(request));
    this.sessions.set(from, provider);
    provider.configured ??= forward(provider, headers, request).then((answer) => {
      // What is wrong with it may be mended by the next time, outside of it.
      if (answer.body.length > GRPC_HEADER) provider.spent = true;
      return answer;
    });
    return provider.configured;
  }
}

/**
 * Version and values of `Configure.Request`; the third field says what Terraform can take back, which differs from plan to apply.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.8.proto
 */
function providerBlock(request: Buffer): string {
  const fields: string[] = [];
  for (let at = GRPC_HEADER; at < request.length;) {
    const { field, content, end } = fieldAt(request, at);
    if (content === undefined || end <= at || end > request.length) return request.toString('base64');
    if (field < 3) fields.push(content.toString('base64'));
    at = end;
  }
  return fields.join(' ');
}

async function forward({ process }: PooledProvider, headers: IncomingHttpHeaders, request: Buffer): Promise<Answer> {
  const { session } = await process;
  const kept = Object.entries(headers).filter(
    ([name]) => !name.startsWith(':') || name === ':method' || name === ':path',
  );
  const asked = session.request(Object.fromEntries(kept));
  let trailers: IncomingHttpHeaders = {};
  // A failure without a body comes in the headers.
  asked.on('response', (response) => (trailers = response));
  asked.on('trailers', (last) => (trailers = last));
  asked.end(request);
  const body = await buffer(asked);
  if (trailers['grpc-status'] === undefined) throw new Error('the provider ended before it answered');
  return { body, trailers };
}

function reply(stream: ServerHttp2Stream, { body, trailers }: Answer): void {
  if (stream.destroyed) return;
  const grpc = Object.entries(trailers).filter(([name]) => name.startsWith('grpc-'));
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.once('wantTrailers', () => stream.sendTrailers(Object.fromEntries(grpc)));
  stream.end(body);
}
