import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from './digest';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-digest-'));
const sources = join(root, 'page');
const lockFile = join(root, 'lock.json');

beforeAll(() => {
  for (const folder of ['page/src', 'shared', 'modules/vite']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(lockFile, '{}');
  writeFileSync(join(sources, 'src/main.ts'), 'one');
});

afterAll(() => rmSync(root, { recursive: true }));

const digest = (): string => digestOf(sources, lockFile);

it('is the same with packages that are linked, and with the lock of an editor', () => {
  const before = digest();
  symlinkSync(join(root, 'modules'), join(sources, 'node_modules'));
  symlinkSync('ada@host.1234', join(sources, 'src/.#main.ts'));
  expect(digest()).toBe(before);
});

it('is another when a file of a linked folder changes, and ends where a link leads back', () => {
  writeFileSync(join(root, 'shared/colours.ts'), 'red');
  symlinkSync(join(root, 'shared'), join(sources, 'src/shared'));
  symlinkSync(sources, join(root, 'shared/page'));
  const before = digest();
  writeFileSync(join(root, 'shared/colours.ts'), 'blue');
  expect(digest()).not.toBe(before);
});
