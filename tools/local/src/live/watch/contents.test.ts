import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contents } from './contents';

let root: string;
let contents: Contents;
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-contents-'));
  write('libs/a.ts', 'one');
  write('libs/deep/b.ts', 'one');
  write('libs/left/c.ts', 'one');
  contents = new Contents(
    root,
    (path) => path.endsWith('.ts'),
    (path) => path.endsWith('/left'),
  );
  expect(await contents.changed([''])).toEqual(['libs/a.ts', 'libs/deep/b.ts']);
});
afterEach(() => rmSync(root, { recursive: true }));

it('says nothing of a file that was only touched, or written with what it had', async () => {
  utimesSync(join(root, 'libs/a.ts'), 1, 1);
  write('libs/deep/b.ts', 'one');
  expect(await contents.changed(['libs/a.ts', 'libs/deep/b.ts', 'libs'])).toEqual([]);
});

it('says once what has another content, was saved by a rename, or is gone', async () => {
  write('libs/a.ts', 'two');
  write('libs/b.ts.tmp', 'two');
  renameSync(join(root, 'libs/b.ts.tmp'), join(root, 'libs/deep/b.ts'));
  expect(await contents.changed(['libs/a.ts', 'libs/deep/b.ts'])).toEqual(['libs/a.ts', 'libs/deep/b.ts']);
  expect(await contents.changed(['libs/a.ts', 'libs/deep/b.ts'])).toEqual([]);

  rmSync(join(root, 'libs/a.ts'));
  expect(await contents.changed(['libs/a.ts'])).toEqual(['libs/a.ts']);
  expect(await contents.changed(['libs/a.ts'])).toEqual([]);
});

it('looks into a folder that came or went, but not into one that is left out', async () => {
  renameSync(join(root, 'libs/deep'), join(root, 'libs/moved'));
  write('libs/left/c.ts', 'two');
  const changed = await contents.changed(['libs/deep', 'libs/moved', 'libs/left', 'libs/notes.md']);
  expect(changed).toEqual(['libs/deep/b.ts', 'libs/moved/b.ts']);
});
