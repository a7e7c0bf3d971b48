import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { additionsDirectory } from './moto';

let known: string | undefined;

/**
 * Names what an emulator of this checkout or this package answers with: its version, and the content of its additions to moto, since a
 * checkout changes between two versions.
 *
 * @returns such as `0.0.0+3f1c2a9b`
 */
export function emulatorVersion(): string {
  if (known === undefined) {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
    known = `${version}+${contentOf(additionsDirectory).slice(0, 8)}`;
  }
  return known;
}

function contentOf(directory: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(py|txt)$/.test(file),
  );
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(directory, file)));
  return hash.digest('hex');
}
