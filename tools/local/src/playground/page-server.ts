import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type PlaygroundData } from '@gatehouse/playground/contract';
import { accessChangesBetween } from '@gatehouse/surface';
import { type ApiKeyValue } from '../gateway';
import { accessLines } from '../live/access-lines';
import { type RequestLog } from '../requests-log';
import { HANDLERS } from './api/handlers';
import { type PageState } from './build/page';
import { playgroundData } from './data/playground-data';
import { json, type Reply, replyTo, send } from './server/answer';
import { readJson } from './server/body';
import { Events } from './server/events';
import { checkCaller, checkHost, checkMethod, type Owner } from './server/guard';
import { safeHeaders } from './server/headers';
import { Refusal } from './server/refusal';
import { staticFile, type StaticFile } from './server/static-files';
import { beingBuilt, notBuilt } from './server/unbuilt';
import { type Source } from './start-playground';

export interface PageServerOptions {
  readonly owner: Owner;
  readonly source: Source;
  readonly requests: RequestLog;
  readonly apiKeyValue: ApiKeyValue;
  readonly onProblem: (line: string) => void;
  readonly page: () => PageState;
}

/** Answers the page: its files to anyone who asks, its data to itself alone. */
export class PageServer {
  private readonly events = new Events();
  private revision = 1;
  private changes: readonly string[] = [];
  private data: Promise<PlaygroundData> | undefined;
  private readonly endReloads: () => void;

  constructor(private readonly options: PageServerOptions) {
    this.endReloads = options.source.onReload((now, before) => {
      this.revision += 1;
      this.changes = accessLines(accessChangesBetween(before.surface, now.surface)).map((line) => line.trim());
      this.data = undefined;
      this.events.send(this.revision);
    });
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { onProblem, source } = this.options;
    response.setHeaders(new Map(Object.entries(safeHeaders(source.current.emulator.url))));
    const reply = await this.reply(request, response).catch((error: unknown) => replyTo(error, onProblem));
    if (reply) send(request, response, reply);
  }

  close(): void {
    this.endReloads();
  }

  /** Undefined: events follow. */
  private async reply(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const { owner } = this.options;
    checkHost(request, owner);
    const { pathname, searchParams } = urlOf(request, owner);
    if (!pathname.startsWith('/api/')) {
      checkMethod(request, ['GET', 'HEAD']);
      return { status: 200, ...(await this.file(pathname)) };
    }
    checkCaller(request, owner);
    if (pathname === '/api/events') {
      checkMethod(request, ['GET']);
      this.events.add(response, this.revision);
      return undefined;
    }
    return json(await this.api(request, pathname, searchParams));
  }

  private async api(request: IncomingMessage, path: string, query: URLSearchParams): Promise<unknown> {
    const { requests, source } = this.options;
    if (path === '/api/data') {
      checkMethod(request, ['GET']);
      return this.current();
    }
    const handler = HANDLERS[path];
    if (handler === undefined) throw new Refusal(404, 'There is no such path.');
    checkMethod(request, [handler.method]);
    const body = handler.method === 'POST' ? await readJson(request) : undefined;
    return handler.answer({ shown: source.current, requests, query, body });
  }

  private current(): Promise<PlaygroundData> {
    const { apiKeyValue, owner, source } = this.options;
    const { changes, revision } = this;
    this.data ??= playgroundData(source.current, { origin: owner.origin, revision, changes, apiKeyValue }).catch(
      (error: unknown) => {
        this.data = undefined;
        throw error;
      },
    );
    return this.data;
  }

  private file(path: string): Promise<StaticFile> | StaticFile {
    const page = this.options.page();
    if (page.state === 'built') return staticFile(page.folder, path);
    return page.state === 'building' ? beingBuilt(path) : notBuilt(path, page.why);
  }
}

/** @throws Refusal 400 */
function urlOf({ url = '/' }: IncomingMessage, { origin }: Owner): URL {
  if (url.startsWith('/') && URL.canParse(`${origin}${url}`)) return new URL(`${origin}${url}`);
  throw new Refusal(400, 'Expected a path, found something else.');
}
