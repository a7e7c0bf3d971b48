import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const UNFINISHED = '.new';

/** Makes a folder that its owner alone reads, or mends its rights. */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/**
 * Why what is there cannot be trusted: another user could have written or read it.
 *
 * @returns undefined when its owner is who runs this, and nobody else may do anything with it
 */
export function notPrivate(path: string): string | undefined {
  // On Windows there are no such rights.
  if (process.getuid === undefined || !existsSync(path)) return undefined;
  const { mode, uid } = lstatSync(path);
  if (uid !== process.getuid()) return `${path} is another user's`;
  const found = (mode & 0o777).toString(8);
  const expected = lstatSync(path).isDirectory() ? '700' : '600';
  return found === expected ? undefined : `${path} has the rights ${found}, expected ${expected}`;
}

/** Writes a file whole or not at all: a reader sees the old one or the new one, whenever this process is killed. */
export function writeWhole(folder: string, name: string, ...parts: readonly Uint8Array[]): void {
  // What killed processes left.
  for (const file of readdirSync(folder)) if (file.endsWith(UNFINISHED)) rmSync(join(folder, file), { force: true });
  const unfinished = join(folder, `${name}.${randomBytes(6).toString('hex')}${UNFINISHED}`);
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    for (const part of parts) writeAll(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, join(folder, name));
}

/** @returns undefined when there is none */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeAll(file: number, part: Uint8Array): void {
  for (let at = 0; at < part.length;) at += writeSync(file, part, at);
}
