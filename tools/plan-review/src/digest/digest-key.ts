import { readFileSync } from 'node:fs';
import { UserError } from '@gatehouse/cli-kit';

/** With fewer characters it could be found by trying. */
const SHORTEST = 32;

/**
 * The key of the hashes that stand for secrets in digests.
 *
 * @param file that has it @default - the environment variable GATEHOUSE_DIGEST_KEY
 * @returns undefined: there is none
 * @throws UserError it cannot be read, or is too short to be one
 */
export function digestKey(file?: string): Buffer | undefined {
  const where = file === undefined ? 'GATEHOUSE_DIGEST_KEY' : `--digest-key-file ${file}`;
  const text = file === undefined ? process.env['GATEHOUSE_DIGEST_KEY'] : textOf(file, where);
  return text === undefined || (text === '' && file === undefined) ? undefined : keyFrom(text, where);
}

/**
 * @param where it is from, for the error
 * @throws UserError it is too short to be a key
 */
export function keyFrom(found: string, where: string): Buffer {
  const text = found.trim();
  if (text.length >= SHORTEST) return Buffer.from(text);
  throw new UserError(
    `${where}: expected a random key of at least ${SHORTEST} characters, found ${text.length}. Make one with "openssl rand -hex 32".`,
  );
}

function textOf(file: string, where: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`${where}: expected a file with the key, found none that can be read.`);
  }
}
