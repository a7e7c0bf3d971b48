import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@gatehouse/testing/until';
import { watchFiles } from './watch-files';

let root: string;
let seen: string[];
let end: () => Promise<void>;
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** Does something, and waits until these files, and no others, were seen. */
const expectSeen = async (change: () => void, ...files: string[]): Promise<void> => {
  seen = [];
  change();
  await until(() => files.every((file) => seen.includes(file)));
  expect([...new Set(seen)].sort()).toEqual(files.sort());
};

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-watch-')));
  for (const folder of ['apps/local', 'apps/api/src', 'environments'])
    mkdirSync(join(root, folder), { recursive: true });
  write('libs/stacks/src/routes.ts', 'one');
  write('libs/stacks/src/other.ts', 'one');
  seen = [];
  end = await watchFiles({
    root,
    inputs: { app: 'local', services: () => ['api'] },
    onChange: (_changes, files) => seen.push(...files),
  });
});
afterEach(async () => {
  await end();
  rmSync(root, { recursive: true });
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
