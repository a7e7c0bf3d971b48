import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GivenUp } from '../../console';
import { Typecheck } from './typecheck';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-types-')));
const types = new Typecheck(root);
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const check = () => types.check(['apps/local', 'apps/none']);

beforeAll(() => {
  const compilerOptions = { strict: true, noEmit: true, types: [], target: 'ES2022', lib: ['ES2022'] };
  write('apps/local/tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  write('libs/a.ts', 'export const a: number = 1;\n');
  write('apps/local/main.ts', "import { a } from '../../libs/a';\n\nexport const main: number = a;\n");
});
afterAll(() => {
  types.close();
  rmSync(root, { recursive: true });
});

it('finds nothing in what fits, and leaves out a project that does not say how it is checked', async () => {
  expect(await check()).toEqual([]);
});

it('finds a mistake of a later save with its place, where it is used too, and forgets it when it is mended', async () => {
  write('libs/a.ts', "export const a = 'text';\n");
  expect(await check()).toEqual([
    "apps/local/main.ts(3,14): error TS2322: Type 'string' is not assignable to type 'number'.",
  ]);
  write('libs/a.ts', 'export const a = 2;\n');
  expect(await check()).toEqual([]);
});

it('follows files that come and go', async () => {
  write('apps/local/more.ts', "import { b } from '../../libs/b';\n\nexport const more: string = b;\n");
  expect((await check())[0]).toMatch(/^apps\/local\/more\.ts\(1,19\): error TS\d+: Cannot find module/);
  write('libs/b.ts', "export const b = 'text';\n");
  expect(await check()).toEqual([]);
  rmSync(join(root, 'apps/local/more.ts'));
  write('libs/b.ts', 'export const b: number = 1;\n');
  expect(await check()).toEqual([]);
});

it('is given up when it is closed before it has answered', async () => {
  const closed = new Typecheck(root);
  const checking = closed.check(['apps/local']);
  closed.close();
  await expect(checking).rejects.toThrow(GivenUp);
});

it('checks once for all who ask while it checks', async () => {
  const first = check();
  await new Promise(setImmediate);
  const [second, third] = [check(), check()];
  expect(third).toBe(second);
  expect(second).not.toBe(first);

  write('apps/local/more.ts', "export const more: number = 'text';\n");
  await first;
  expect((await second)[0]).toMatch(/^apps\/local\/more\.ts\(1,14\): error TS2322/);
  rmSync(join(root, 'apps/local/more.ts'));
});
