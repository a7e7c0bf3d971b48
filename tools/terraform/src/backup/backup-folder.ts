import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SetupError } from '../errors';
import { shownPath } from '../synthesized';

/** In an app's folder: Git ignores it, and no synthesis empties it. */
const FOLDER = '.backup';
const PART = '.part';

/** Where a backup goes when nobody names a folder: `apps/dev/.backup/2026-11-29T16-00-00Z`. */
export const defaultBackup = (app: string, at: Date): string =>
  join(app, FOLDER, `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`);

/** The newest backup of an app in the default place. @throws SetupError when there is none */
export function newestBackup(app: string, environment: string): string {
  const folder = join(app, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith(PART)) : [];
  const newest = names.sort().at(-1);
  if (newest !== undefined) return join(folder, newest);
  throw new SetupError(
    `${shownPath(folder)}: expected a backup of ${environment}, found none. ` +
      `Make one with "npx nx backup ${environment}", or name a folder with --from.`,
  );
}

/**
 * Makes a folder that only the user enters, whole or not at all.
 *
 * @param write gets the folder to write into, which has another name until it is whole
 * @throws SetupError when there is something already
 */
export async function wholeFolder<T>(folder: string, write: (part: string) => Promise<T>): Promise<T> {
  if (existsSync(folder)) {
    throw new SetupError(`${shownPath(folder)}: expected no such folder, found one. Name another with --out.`);
  }
  const part = `${resolve(folder)}${PART}`;
  mkdirSync(dirname(part), { recursive: true, mode: 0o700 });
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  try {
    const result = await write(part);
    renameSync(part, folder);
    return result;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}
