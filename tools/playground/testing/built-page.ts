import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface BuiltPage {
  readonly folder: string;
  remove(): void;
}

/** The page as Vite builds it, in a folder of its own. */
export function builtPage(): BuiltPage {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-playground-'));
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const options = ['--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  // Jest's NODE_ENV would build it for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', ...options], { cwd: join(__dirname, '..'), env, stdio: 'inherit' });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
