import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Environment files for tests, `base`, `local`, `dev`, `staging`, `prod` and `bootstrap`: a team edits its own. */
export const environmentFiles = resolve(__dirname, '../fixtures/environments');

/** Writes them into the folder `environments` of a workspace. */
export function copyEnvironments(workspace: string): void {
  cpSync(environmentFiles, join(workspace, 'environments'), { recursive: true });
}
