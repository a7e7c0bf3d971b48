import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';

/** Where the archive of a service is, which is also where `Code.service` of libs/functions looks. */
export const archiveOf = (service: string): string => join(service, 'dist', `${basename(service)}.zip`);

/**
 * Writes one file as an archive, unless the archive has these bytes already. Who reads it meanwhile gets the former or
 * the new one, never a part.
 *
 * @returns whether the bytes changed
 */
export function writeArchive(path: string, name: string, content: Uint8Array): boolean {
  // A zip holds local time: the same everywhere. Mode 0644, because Lambda runs as another user.
  const bytes = zipSync({
    [name]: [content, { level: 9, mtime: new Date(1980, 0, 1, 12), os: 3, attrs: 0o100644 << 16 }],
  });
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
  return true;
}
