import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { type LambdaFunction } from '@gatehouse/surface';
import { unzipSync } from 'fflate';

/** Where archives are looked for. */
export interface ArchivePlaces {
  /** Folders that a function's `filename` may be relative to. */
  readonly roots: readonly string[];
  /**
   * Folder of the services: what was deployed from `api.zip` is run from `api/dist/api.zip` there, so a handler that is
   * built again is served at once.
   * @default - only what was deployed is run
   */
  readonly services?: string;
}

/** An archive as it was when it was looked at. */
export interface FoundArchive {
  readonly path: string;
  /** Differs when the file was written again. */
  readonly stamp: string;
}

/** The archive that a function runs from, if there is any. */
export async function findArchive(
  { filename }: LambdaFunction,
  { roots, services }: ArchivePlaces,
): Promise<FoundArchive | undefined> {
  if (!filename) return undefined;
  const name = basename(filename, '.zip');
  const built = services === undefined ? [] : [join(services, name, 'dist', `${name}.zip`)];
  for (const path of [...built, ...roots.map((root) => resolve(root, filename))]) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return { path, stamp: `${path} ${found.ino} ${found.size} ${found.mtimeMs}` };
  }
  return undefined;
}

/** Says which archive was looked for. */
export function noArchive({ address, filename }: LambdaFunction, { roots }: ArchivePlaces): Error {
  const looked = filename ? `${filename} in ${roots.join(', ')}` : 'no filename in its state';
  return new Error(
    `${address}: expected the archive that was deployed, found none (${looked}); build and deploy the function first`,
  );
}

/** An archive's bytes; the same code has the same SHA-256. */
export async function readArchive(path: string): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const bytes = await readFile(path);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Unpacks an archive into a folder.
 *
 * @param where the function and its archive, for messages
 * @throws Error for what is no archive, and for one that would write outside its folder.
 */
export async function extract(bytes: Uint8Array, folder: string, where: string): Promise<void> {
  for (const [name, content] of Object.entries(entriesOf(bytes, where))) {
    const file = resolve(folder, name);
    if (!file.startsWith(folder + sep)) throw new UserError(`${where}: "${name}" would be written outside its folder`);
    if (name.endsWith('/')) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function entriesOf(bytes: Uint8Array, where: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new UserError(`${where}: not a zip archive: ${(error as Error).message}`, { cause: error });
  }
}
