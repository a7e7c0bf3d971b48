import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type * as Esbuild from 'esbuild';
import type * as Fflate from 'fflate';

// Most apps bundle nothing when they are synthesized: both are loaded when one does.
const load = createRequire(__filename);

/** What the bundled code finds as constants of these names: JSON values. */
export type Constants = Readonly<Record<string, unknown>>;

/**
 * Bundles a handler into an archive of `index.js`: the same bytes for the same source, on any machine.
 *
 * @param source absolute path of a TypeScript file that exports `handler`
 * @returns the archive's path, which is there until this process ends
 */
export function bundle(source: string, constants: Constants): string {
  const { buildSync } = load('esbuild') as typeof Esbuild;
  const { outputFiles } = buildSync({
    absWorkingDir: dirname(source),
    entryPoints: [basename(source)],
    outfile: 'index.js',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    // The oldest Node that the local gateway runs on.
    target: 'node20',
    charset: 'utf8',
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    // The compiler options of the machine that builds must not reach the bytes.
    tsconfigRaw: {},
  });
  const path = join(folder(), `${basename(source, '.ts')}.zip`);
  writeFileSync(path, archive(outputFiles[0]?.contents as Uint8Array));
  return path;
}

/** A zip holds local time: the same everywhere. Mode 0644, because Lambda runs as another user. */
function archive(content: Uint8Array): Uint8Array {
  const { zipSync } = load('fflate') as typeof Fflate;
  return zipSync({
    'index.js': [content, { level: 9, mtime: new Date(1980, 0, 1, 12), os: 3, attrs: 0o100644 << 16 }],
  });
}

/** cdktf copies the archive when the app is written, so it stays until the process ends. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'gatehouse-bundle-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
