import { randomBytes } from 'node:crypto';
import { type Server } from 'node:http';
import getPort from 'get-port';
import { apiKeyValues } from '../up/api-keys';
import { type RequestLog } from '../requests-log';
import { type BuildPage, Page } from './build/page';
import { closedTo } from './data/closed-to';
import { namesOf } from './data/names';
import { type Shown } from './data/shown';
import { PageServer } from './page-server';
import { closeAll, listenAt } from './server/listen';
import { originsFor } from './server/origins';

/** What is served now; a reload replaces it. */
export interface Source {
  readonly current: Shown;
  /** @returns ends it */
  onReload(listener: (now: Shown, before: Shown) => void): () => void;
}

export interface PlaygroundOptions {
  readonly source: Source;
  readonly requests: RequestLog;
  /** Makes the page, in the background. */
  readonly build: BuildPage;
  /** Gets a line when the page cannot be built, and when the server itself fails. */
  readonly onProblem: (line: string) => void;
}

export interface Playground {
  /** To open: with the key, without which the page gets no data. */
  readonly url: string;
  readonly origin: string;
  /** Names of APIs whose CORS does not list the origin. */
  readonly closedTo: readonly string[];
  /** Fulfilled when the page is built or could not be; never rejected. */
  readonly built: Promise<void>;
  close(): Promise<void>;
}

/** Serves the page and its data on a loopback address, at an origin that the APIs' CORS lists where one is free. */
export async function startPlayground({ build, onProblem, requests, source }: PlaygroundOptions): Promise<Playground> {
  const { emulator, environment, surface } = source.current;
  const { origin, servers } = await listen(originsFor(surface));
  const owner = { origin, key: randomBytes(24).toString('base64url') };
  const page = new Page(build, (why) => onProblem(`The playground could not be built: ${why}`));
  const apiKeyValue = apiKeyValues(emulator.url, environment.region);
  const server = new PageServer({ owner, source, requests, apiKeyValue, onProblem, page: () => page.state });
  for (const each of servers) each.on('request', (request, response) => void server.answer(request, response));
  const close = async (): Promise<void> => {
    server.close();
    await Promise.all([closeAll(servers), page.stop()]);
  };
  const closed = closedTo(surface, origin, namesOf(source.current));
  return { url: `${origin}/#${owner.key}`, origin, closedTo: closed, built: page.done, close };
}

interface Place {
  readonly origin: string;
  readonly servers: readonly Server[];
}

async function listen(wished: readonly URL[]): Promise<Place> {
  for (const origin of wished) {
    const servers = await listenAt(origin);
    if (servers) return { origin: origin.origin, servers };
  }
  return listen([new URL(`http://127.0.0.1:${await getPort({ host: '127.0.0.1' })}`)]);
}
