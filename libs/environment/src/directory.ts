import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** There is no workspace around a folder. */
export class NoWorkspaceError extends Error {
  override readonly name = 'NoWorkspaceError';
}

/**
 * The `environments` folder of the workspace around the current directory.
 *
 * @throws NoWorkspaceError there is none
 */
export function findDirectory(from = process.cwd()): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'environments', 'schema.json'))) return path.join(folder, 'environments');
    if (folder === path.dirname(folder)) {
      throw new NoWorkspaceError(
        `No folder "environments" with a schema.json in ${from} or above it. Run this inside the workspace.`,
      );
    }
  }
}

/**
 * Names of the environments that can be deployed, sorted: every `<name>.json` but schemas, `bootstrap.json` and
 * the files that exist to be extended, `base.json` and `*.base.json`.
 *
 * @param directory folder of the environment files
 * @default - the `environments` folder of the workspace around the current directory
 * @throws NoWorkspaceError there is no such folder
 */
export function listEnvironments(directory = findDirectory()): string[] {
  if (!existsSync(directory)) {
    throw new NoWorkspaceError(`${directory}: expected the folder of the environment files, found no such folder.`);
  }
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json') && !/^(bootstrap|(.*\.)?(base|schema))\.json$/.test(file))
    .map((file) => path.basename(file, '.json'))
    .sort();
}
