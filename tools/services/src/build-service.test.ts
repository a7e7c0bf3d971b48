import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { manifest, workspaceWith } from '../testing/workspace';
import { archiveOf, buildService } from '.';

const files = {
  'apps/orders/package.json': manifest,
  'apps/orders/src/index.ts':
    "import { randomUUID } from 'node:crypto';\nimport { name } from './name';\n" +
    'export const handler = async (): Promise<string> => `${name} ${randomUUID().length}`;\n',
  'apps/orders/src/name.ts': "export const name: string = 'Jürgen';\n",
  'apps/orders/tsconfig.json': '{ "compilerOptions": { "target": "ES5" } }',
};

async function built(name?: string): Promise<{ folder: string; bytes: Buffer }> {
  const folder = join(workspaceWith(files, name), 'apps/orders');
  await buildService(folder);
  return { folder, bytes: readFileSync(archiveOf(folder)) };
}

describe('the archive of a service', () => {
  it('has the same bytes at any place, in any time zone and language', async () => {
    const { bytes } = await built('a-');
    const folder = join(workspaceWith(files, 'a rather longer name-'), 'apps/orders');
    const script = `require('./src').buildService(process.argv[1]).catch((error) => { throw error })`;
    execFileSync(process.execPath, ['-r', resolve(__dirname, '../../../register-ts.cjs'), '-e', script, folder], {
      cwd: resolve(__dirname, '..'),
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', NODE_ENV: 'production' },
    });

    expect(readFileSync(archiveOf(folder)).equals(bytes)).toBe(true);
  });

  it('is written when its bytes change, and only then', async () => {
    const { folder, bytes } = await built();
    utimesSync(archiveOf(folder), 1, 1);

    expect(await buildService(folder)).toBe(false);
    expect(statSync(archiveOf(folder)).mtimeMs).toBe(1000);

    writeFileSync(join(folder, 'src/name.ts'), "export const name = 'Jane';\n");
    expect(await buildService(folder)).toBe(true);
    expect(readFileSync(archiveOf(folder)).equals(bytes)).toBe(false);
    expect(readdirSync(join(folder, 'dist'))).toEqual(['orders.zip']);
  });

  it('holds one readable file, which needs nothing but Node and names no place on a machine', async () => {
    const { folder, bytes } = await built();
    const unpacked = unzipSync(bytes);
    expect(Object.keys(unpacked)).toEqual(['index.js']);
    const code = Buffer.from(unpacked['index.js'] ?? []).toString();
    expect(code).not.toContain(tmpdir());
    expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['node:crypto']);

    writeFileSync(join(folder, 'index.js'), code);
    const { handler } = (await import(join(folder, 'index.js'))) as { handler: () => Promise<string> };
    expect(await handler()).toBe('Jürgen 36');
  });
});

describe('a service is not built', () => {
  it('when it does not compile, with its line', async () => {
    const folder = join(
      workspaceWith({ ...files, 'apps/orders/src/name.ts': 'export const name = ;\n' }),
      'apps/orders',
    );

    await expect(buildService(folder)).rejects.toThrow(
      /^The service "orders" does not compile, below apps\/orders:\n.*Unexpected ";"\n\n +src\/name\.ts:1:20:\n.*export const name = ;/s,
    );
  });

  it('when it has no source', async () => {
    const folder = join(workspaceWith({ 'apps/orders/package.json': manifest }), 'apps/orders');

    await expect(buildService(folder)).rejects.toThrow(
      'apps/orders/src/index.ts: expected the source of the service, found nothing. Export `handler` from it.',
    );
  });
});
