import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type * as FsPromises from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@gatehouse/testing/until';
import type * as ParcelWatcher from '@parcel/watcher';
import { watchFiles } from './watch-files';

/** What the watcher tells of its events. */
let handedOver: (events: ParcelWatcher.Event[]) => ParcelWatcher.Event[] = (events) => events;
/** Whether it tells anything. */
let tells = true;
jest.mock('@parcel/watcher', () => {
  const watcher = jest.requireActual<typeof ParcelWatcher>('@parcel/watcher');
  const subscribe: typeof watcher.subscribe = (root, onEvents, options) =>
    watcher.subscribe(root, (error, events) => tells && onEvents(error, handedOver(events)), options);
  return { ...watcher, subscribe };
});

/** Called before a file is read. */
let beforeRead: (path: string) => void = () => undefined;
jest.mock('node:fs/promises', () => {
  const fs = jest.requireActual<typeof FsPromises>('node:fs/promises');
  const readFile = (path: string): Promise<Buffer> => {
    beforeRead(path);
    return fs.readFile(path);
  };
  return { ...fs, readFile };
});

let root: string;
let seen: string[];
/** The same, in the lists that came together. */
let reported: (readonly string[])[] = [];
let end: () => Promise<void>;
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** Does something, and waits until these files, and no others, were seen. */
const expectSeen = async (change: () => void, ...files: string[]): Promise<void> => {
  seen = [];
  change();
  await until(
    () => files.every((file) => seen.includes(file)),
    () => seen.join('\n'),
  );
  expect([...new Set(seen)].sort()).toEqual(files.sort());
};

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-watch-')));
  for (const folder of ['apps/local', 'apps/api/src', 'environments'])
    mkdirSync(join(root, folder), { recursive: true });
  write('libs/stacks/src/routes.ts', 'one');
  write('libs/stacks/src/other.ts', 'one');
  handedOver = (events) => events;
  tells = true;
  beforeRead = () => undefined;
  seen = [];
  end = await watch(Infinity);
});
afterEach(async () => {
  await end();
  rmSync(root, { recursive: true });
});

const watch = (since: number) =>
  watchFiles({
    root,
    inputs: { app: 'local', services: () => ['api'] },
    since,
    onChange: (_changes, files) => {
      seen.push(...files);
      reported.push(files);
    },
    onFailure: (error) => seen.push(String(error)),
  });

it('sees what is saved in place, by a rename, new, and deleted', async () => {
  const [routes, other] = ['libs/stacks/src/routes.ts', 'libs/stacks/src/other.ts'];
  await expectSeen(() => write(routes, 'two'), routes);
  await expectSeen(() => {
    write(`${routes}.tmp`, 'three');
    renameSync(join(root, `${routes}.tmp`), join(root, routes));
  }, routes);
  await expectSeen(() => write('environments/local.json', '{}'), 'environments/local.json');
  await expectSeen(() => rmSync(join(root, other)), other);
});

it('sees what a checkout brings: many files, in folders that are new, and folders that go', async () => {
  const files = Array.from({ length: 100 }, (_, index) => `libs/new-${index % 7}/src/deep/${index}.ts`);
  await expectSeen(() => files.forEach((file) => write(file, 'new')), ...files);
  const gone = files.filter((file) => file.startsWith('libs/new-3/'));
  await expectSeen(() => rmSync(join(root, 'libs/new-3'), { recursive: true }), ...gone);
});

it('does not see what has the same content, or is made', async () => {
  await expectSeen(() => {
    utimesSync(join(root, 'libs/stacks/src/routes.ts'), 1, 1);
    write('libs/stacks/src/other.ts', 'one');
    write('apps/local/outputs.json', '{}');
    write('libs/stacks/node_modules/x/index.js', '');
    write('apps/api/src/index.ts', 'last');
  }, 'apps/api/src/index.ts');
});

it('sees what is saved later in a folder that came with its folder', async () => {
  const file = 'libs/new/src/deep/file.ts';
  await expectSeen(() => write(file, 'one'), file);
  await expectSeen(() => write(file, 'two'), file);
  await expectSeen(() => rmSync(join(root, 'libs/new'), { recursive: true }), file);
});

it('tells of what was saved before together with it, although its event comes later', async () => {
  const [stacks, handler] = ['libs/stacks/src/routes.ts', 'apps/api/src/index.ts'];
  write(handler, 'one');
  await until(() => seen.includes(handler));
  handedOver = (events) => events.filter(({ path }) => path.endsWith(handler));
  reported = [];
  await expectSeen(
    () => {
      write(stacks, 'two');
      write(handler, 'two');
    },
    stacks,
    handler,
  );
  expect(reported).toEqual([[handler, stacks]]);
});

it('tells of what is saved while it looks at everything together, wherever the look had come to', async () => {
  const [early, late] = ['libs/stacks/src/routes.ts', 'register-ts.cjs'];
  await expectSeen(() => write(late, 'one'), late);
  handedOver = () => [];
  reported = [];
  beforeRead = (path) => {
    if (path !== join(root, late)) return;
    beforeRead = () => undefined;
    write(early, 'two');
    write(late, 'two');
  };
  await expectSeen(() => undefined, early, late);
  expect(reported).toEqual([[late, early]]);
});

it('sees what the watcher loses while it tells of something else', async () => {
  const [routes, other] = ['libs/stacks/src/routes.ts', 'libs/stacks/src/other.ts'];
  handedOver = (events) => events.filter(({ path }) => path.endsWith(routes));
  await expectSeen(
    () => {
      write(routes, 'two');
      write(other, 'two');
      write('libs/stacks/src/more.ts', 'new');
    },
    routes,
    other,
    'libs/stacks/src/more.ts',
  );
  await expectSeen(
    () => {
      write(routes, 'three');
      rmSync(join(root, other));
    },
    routes,
    other,
  );
});

it('sees what the watcher loses altogether', async () => {
  const routes = 'libs/stacks/src/routes.ts';
  tells = false;
  await expectSeen(() => write(routes, 'two'), routes);
});

it('sees what was saved before it watched, since a moment', async () => {
  const [routes, other] = ['libs/stacks/src/routes.ts', 'libs/stacks/src/other.ts'];
  await end();
  const { ctimeMs } = statSync(join(root, routes));
  await until(() => {
    write(other, 'two');
    return statSync(join(root, other)).ctimeMs > ctimeMs;
  });

  seen = [];
  end = await watch(ctimeMs);
  expect(seen).toContain(other);
  expect(seen).not.toContain(routes);
});

it('follows on while folders come and go', async () => {
  for (let round = 0; round < 40; round += 1) {
    write(`libs/${round}/one/two/three/file.ts`, 'new');
    if (round > 1) rmSync(join(root, `libs/${round - 2}`), { recursive: true });
    await sleep(round);
  }
  const last = 'libs/39/one/two/three/file.ts';
  await until(
    () => seen.includes(last),
    () => seen.join('\n'),
  );
  expect(seen.filter((text) => !text.startsWith('libs/'))).toEqual([]);
  await expectSeen(() => write(last, 'edited'), last);
});
