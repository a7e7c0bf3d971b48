import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type PlaygroundData } from '../src/contract';
import fixture from './fixture.json';

export interface FixtureServer {
  readonly url: string;
  /** What is served from now on; open pages follow. */
  serve(data: PlaygroundData): void;
  /** Ends the connections of open pages. */
  drop(): void;
  close(): Promise<void>;
}

export const fixtureData = fixture.data as unknown as PlaygroundData;

/** The page as built into a folder, with the answers of fixture.json in place of a local environment. */
export async function startFixtureServer(folder: string): Promise<FixtureServer> {
  let data = fixtureData;
  const followers = new Set<ServerResponse>();
  const tell = (response: ServerResponse) =>
    response.write(`event: data\ndata: ${JSON.stringify({ revision: data.revision })}\n\n`);
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/api/events') {
      followers.add(response.writeHead(200, { 'Content-Type': 'text/event-stream' }));
      tell(response);
      return;
    }
    const answer = pathname === '/api/data' ? data : fixture[ANSWERS[pathname] ?? 'data'];
    if (pathname.startsWith('/api/'))
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
    else sendFile(folder, pathname, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    serve(next) {
      data = next;
      followers.forEach(tell);
    },
    drop() {
      for (const follower of followers) follower.end();
      followers.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const ANSWERS: Readonly<Record<string, keyof typeof fixture>> = {
  '/api/requests': 'requests',
  '/api/codes': 'codes',
  '/api/permissions': 'permissions',
};

/** As the real server sends it: nothing inline, nothing of another origin. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function sendFile(folder: string, pathname: string, response: ServerResponse): void {
  const file = pathname === '/' ? '/index.html' : normalize(pathname);
  const headers = { 'Content-Security-Policy': CSP, 'Content-Type': TYPES[extname(file)] ?? 'text/plain' };
  response.writeHead(200, headers).end(readFileSync(join(folder, file)));
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
