import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { git } from './git';
import { installedPackages } from './installed-packages';

/** @throws UserError when Git does not know the revision */
export function commitOf(workspaceRoot: string, revision: string): string {
  try {
    return git(workspaceRoot, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
  } catch {
    throw new UserError(
      `Git knows no commit "${revision}".\nName one with --base; a shallow clone has to fetch it first (actions/checkout: "fetch-depth: 0").`,
    );
  }
}

/** Synthesized with the packages installed here, the base would hide what another version changes. */
export function samePackages(workspaceRoot: string, baseRoot: string): boolean {
  const [here, there] = [workspaceRoot, baseRoot].map((root) => {
    const file = join(root, 'package-lock.json');
    return existsSync(file) ? installedPackages(readFileSync(file, 'utf8')) : '';
  });
  return here === there;
}
