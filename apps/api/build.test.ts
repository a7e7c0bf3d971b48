import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { type handler } from './src/index';
import { proxyEvent } from './testing/event';

const parts = ['build.mjs', 'package.json', 'tsconfig.json', 'src'];
const nodeModules = path.join(path.dirname(createRequire(__filename).resolve('esbuild/package.json')), '..');
const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of this package at another place; with the same packages, but without the rest of the workspace. */
function copyOfPackage(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), name));
  made.push(folder);
  for (const part of parts) cpSync(path.join(__dirname, part), path.join(folder, part), { recursive: true });
  symlinkSync(nodeModules, path.join(folder, 'node_modules'));
  return folder;
}

function build(folder: string, environment: Record<string, string> = {}): Buffer {
  execFileSync(process.execPath, [path.join(folder, 'build.mjs')], {
    cwd: tmpdir(),
    env: { ...process.env, ...environment },
  });
  return readFileSync(path.join(folder, 'dist/api.zip'));
}

describe('build', () => {
  it('makes the same bytes at any place, in any time zone and language', () => {
    const one = build(copyOfPackage('a-'), { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' });
    const other = build(copyOfPackage('a rather longer name-'), {
      TZ: 'America/Los_Angeles',
      NODE_ENV: 'production',
    });
    expect(one.equals(other)).toBe(true);
  });

  it('writes the archive only when its bytes changed', () => {
    const folder = copyOfPackage('rebuild-');
    const archive = path.join(folder, 'dist/api.zip');
    const first = build(folder);
    utimesSync(archive, 1, 1);
    build(folder);
    expect(statSync(archive).mtimeMs).toBe(1000);

    const source = path.join(folder, 'src/me.ts');
    writeFileSync(source, readFileSync(source, 'utf8').replace("'Unauthorized'", "'Who are you?'"));
    expect(build(folder).equals(first)).toBe(false);
  });

  it('holds one readable file, which needs nothing but Node and names no place on a machine', async () => {
    const folder = copyOfPackage('contents-');
    const files = unzipSync(build(folder));
    expect(Object.keys(files)).toEqual(['index.js']);
    const code = Buffer.from(files['index.js'] ?? []).toString();
    expect(code).not.toContain(tmpdir());
    expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['node:crypto']);

    const bundle = path.join(folder, 'index.js');
    writeFileSync(bundle, code);
    const built = (await import(bundle)) as { handler: typeof handler };
    expect(await built.handler(proxyEvent('GET /reports'))).toMatchObject({ statusCode: 200 });
  });
});
