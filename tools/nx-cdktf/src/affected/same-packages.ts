import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages } from './installed-packages';

/** Synthesized with the packages installed here, the base would hide what another version changes. */
export function samePackages(workspaceRoot: string, baseRoot: string): boolean {
  const [here, there] = [workspaceRoot, baseRoot].map((root) => {
    const file = join(root, 'package-lock.json');
    return existsSync(file) ? installedPackages(readFileSync(file, 'utf8')) : '';
  });
  return here === there;
}
