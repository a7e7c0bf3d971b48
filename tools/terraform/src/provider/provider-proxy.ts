import { createServer, type Http2Session, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import { type ProviderAnswers } from './answers';
import { narrowSchema } from './narrow-schema';
import { type ProviderProcess, type ProviderStart, startProvider } from './provider-process';

/**
 * The schema, and whether a provider block is valid: both depend on nothing but the question, and take the AWS provider
 * two seconds of CPU each time. Terraform asks two or three times for one plan.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.8.proto
 */
const REMEMBERED = /^\/tfplugin\d\.Provider\/(GetSchema|PrepareProviderConfig)$/;

/** go-plugin asks for these too; a provider needs neither. */
const UNIMPLEMENTED = '12';
const UNAVAILABLE = '14';

/** A gRPC answer. */
interface Answer {
  readonly body: Buffer;
  /** `grpc-status` and its message. */
  readonly trailers: IncomingHttpHeaders;
}

/**
 * Stands where Terraform expects a running provider. What is remembered is answered at once; for anything else a
 * provider of its own is started for each connection, as Terraform does, so no two configurations ever meet in one.
 */
export class ProviderProxy {
  /** Names of the types whose schema Terraform needs. @default - all of them */
  types: ReadonlySet<string> | undefined;

  private readonly server = createServer();
  private readonly providers = new Map<Http2Session, Promise<ProviderProcess>>();
  private readonly leaving: Promise<void>[] = [];

  constructor(
    private readonly provider: ProviderStart,
    private readonly answers: ProviderAnswers,
  ) {
    this.server.on('session', (session) => session.once('close', () => this.leave(session)));
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

  /** Ends every provider that is left. */
  async close(): Promise<void> {
    this.server.close();
    for (const session of this.providers.keys()) this.leave(session);
    await Promise.all(this.leaving);
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
    const started = this.providers.get(from) ?? startProvider(this.provider);
    this.providers.set(from, started);
    const { session } = await started;
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

  private leave(session: Http2Session): void {
    session.destroy();
    const provider = this.providers.get(session);
    this.providers.delete(session);
    // One that did not start has nothing to stop.
    if (provider) this.leaving.push(provider.then((each) => each.stop()).catch(() => undefined));
  }
}

function reply(stream: ServerHttp2Stream, { body, trailers }: Answer): void {
  if (stream.destroyed) return;
  const grpc = Object.entries(trailers).filter(([name]) => name.startsWith('grpc-'));
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.once('wantTrailers', () => stream.sendTrailers(Object.fromEntries(grpc)));
  stream.end(body);
}
