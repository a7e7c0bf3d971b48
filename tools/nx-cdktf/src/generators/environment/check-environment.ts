import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnvironment, refuseCollisions } from '@gatehouse/environment';

/**
 * Loads a new environment among the existing ones before anything is written to the workspace.
 *
 * @throws EnvironmentError when it would not synthesize, or would have names in AWS that another one has
 */
export function checkEnvironment(directory: string, name: string, file: object): void {
  const scratch = mkdtempSync(join(tmpdir(), 'gatehouse-environment-'));
  try {
    const copy = join(scratch, 'environments');
    cpSync(directory, copy, { recursive: true });
    writeFileSync(join(copy, `${name}.json`), JSON.stringify(file, null, 2));
    loadEnvironment(name, { directory: copy });
    refuseCollisions(name, copy);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
