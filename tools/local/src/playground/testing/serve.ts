import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_HEADER } from '@gatehouse/playground/contract';
import { RequestLog } from '../../requests-log';
import { type Shown } from '../data/shown';
import { type Playground, type Source, startPlayground } from '../start-playground';
import { aShown, surface } from './shown';

/** A playground of a fixture surface, with an emulator that answers codes and API keys alone. */
export interface Served {
  readonly playground: Playground;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: RequestLog;
  /** What it said in the terminal. */
  readonly problems: string[];
  readonly shown: Shown;
  /** What the emulator was asked. */
  readonly asked: string[];
  reload(now: Shown): void;
  close(): Promise<void>;
}

/** @param build makes the page. @default a folder with `index.html` and `app.js` */
export async function servePlayground(build = builtPage, changes: Partial<Shown> = {}): Promise<Served> {
  const asked: string[] = [];
  const emulator = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(JSON.stringify({ codes: [], value: 'api-key-value' }));
  });
  await new Promise<void>((resolve) => emulator.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(emulator.address() as AddressInfo).port}`;
  const source = new FixtureSource(aShown(url, { surface: withAnyPort(), ...changes }));
  const requests = new RequestLog();
  const problems: string[] = [];
  const playground = await startPlayground({ source, requests, build, onProblem: (line) => problems.push(line) });
  const key = new URL(playground.url).hash.slice(1);
  return {
    ...{ playground, key, requests, problems, asked, shown: source.current, headers: { [KEY_HEADER]: key } },
    reload: (now) => source.replace(now),
    close: async () => {
      await playground.close();
      emulator.close();
      emulator.closeAllConnections();
    },
  };
}

const SECRET = 'outside.js';

export const PAGE = '<!doctype html><title>Page</title><h1>Page</h1>';

/** A page in a folder beside a file that nobody may have. */
export function builtPage(): Promise<string> {
  const parent = mkdtempSync(join(tmpdir(), 'gatehouse-page-'));
  process.once('exit', () => rmSync(parent, { recursive: true }));
  const folder = mkdtempSync(join(parent, 'page-'));
  writeFileSync(join(parent, SECRET), 'secret');
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'app.js'), 'page();');
  writeFileSync(join(folder, 'notes.txt'), 'of no known type');
  return Promise.resolve(folder);
}

/** No API lists an origin with a port that another test may have. */
const withAnyPort = () => ({ ...surface, apis: surface.apis.map((api) => ({ ...api, cors: [] })) });

class FixtureSource implements Source {
  private readonly listeners = new Set<(now: Shown, before: Shown) => void>();

  constructor(private shown: Shown) {}

  get current(): Shown {
    return this.shown;
  }

  onReload(listener: (now: Shown, before: Shown) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  replace(now: Shown): void {
    const before = this.shown;
    this.shown = now;
    for (const listener of this.listeners) listener(now, before);
  }
}
