import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractsOf } from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';
import { type WrittenEnvironment } from './written-environments';

/** Where the contracts are, below the folder that an app is written to. */
export const contractsFolder = 'openapi';

/**
 * Writes what callers of each API may rely on as OpenAPI 3.0: `openapi/<stack>/<api>.json`. Documents and clients are made of it, and a
 * pull request is held to it.
 */
export function writeContracts({ outdir }: App, written: readonly WrittenEnvironment[]): void {
  // An API that was renamed or removed has none.
  rmSync(join(outdir, contractsFolder), { recursive: true, force: true });
  for (const { api, document, stack = 'api' } of written.flatMap(({ surface }) => contractsOf(surface))) {
    const file = join(outdir, contractsFolder, stack, `${api}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  }
}
