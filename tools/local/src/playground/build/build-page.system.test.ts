import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inWorkspace } from '../../workspace';
import { BuildError, buildPage } from './build-page';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-page-'));
const sources = join(root, 'page');
const vite = dirname(require.resolve('vite/package.json', { paths: [inWorkspace('tools', 'playground')] }));
const cache = join(root, 'cache');

beforeAll(() => {
  mkdirSync(join(sources, 'src'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(vite, join(root, 'node_modules/vite'));
  write('package.json', '{}');
  write('index.html', '<!doctype html><title>t</title><script type="module" src="/src/main.ts"></script>');
  write('src/main.ts', "document.title = 'one' as string;");
  writeFileSync(join(root, 'lock.json'), '{}');
});

afterAll(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string): void => writeFileSync(join(sources, file), text);

const build = (signal?: AbortSignal): Promise<string> =>
  buildPage({ sources, lockFile: join(root, 'lock.json'), cache, signal });

function script(folder: string): string {
  const [file = ''] = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  return readFileSync(join(folder, 'assets', file), 'utf8');
}

describe('the built page', () => {
  it('is built once for the same sources, and again for others', async () => {
    const [one, two] = await Promise.all([build(), build()]);
    const { mtimeMs } = statSync(one);
    expect([two, readdirSync(cache)]).toEqual([one, [one.slice(cache.length + 1)]]);
    expect(script(one)).toContain('one');

    write('src/main.test.ts', 'no part of the page');
    write('README.md', 'no part of the page');
    expect([await build(), statSync(one).mtimeMs]).toEqual([one, mtimeMs]);

    write('src/main.ts', "document.title = 'two' as string;");
    const changed = await build();
    expect(changed).not.toBe(one);
    expect(script(changed)).toContain('two');

    writeFileSync(join(root, 'lock.json'), '{"other": true}');
    expect(await build()).not.toBe(changed);
  });

  it('says in one line what is wrong with a source, leaves nothing behind, and is built when that is mended', async () => {
    write('src/main.ts', 'document.title = ;');
    const before = readdirSync(cache);
    const error: unknown = await build().catch((each: unknown) => each);

    expect(error).toBeInstanceOf(BuildError);
    expect((error as BuildError).message).toBe('src/main.ts:1:18: Unexpected token');
    expect(readdirSync(cache)).toEqual(before);

    write('src/main.ts', "document.title = 'three';");
    expect(script(await build())).toContain('three');
  });

  it('stops when it is not wanted any more', async () => {
    write('src/main.ts', "document.title = 'four';");
    const before = readdirSync(cache);

    await expect(build(AbortSignal.abort())).rejects.toThrow();
    expect(readdirSync(cache)).toEqual(before);
  });
});
