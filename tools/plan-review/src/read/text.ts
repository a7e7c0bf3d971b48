import { constants, isAscii } from 'node:buffer';
import { statSync } from 'node:fs';
import { UnreadableError } from '@gatehouse/surface';
import { withBytes } from './bytes';

/** Standard input, as the command line writes it. */
export const STDIN = '-';

/**
 * The text of a file or of standard input, without a byte order mark.
 *
 * @throws UnreadableError it is not there, is a folder, is larger than Node can hold as text, or cannot be read
 */
export const readText = (file: string): string => readWith(file, textOf);

/**
 * Makes something of the bytes of a file or of standard input, which are gone afterwards.
 *
 * @throws UnreadableError it is not there, is a folder, is larger than Node can hold as text, or cannot be read
 */
export function readWith<T>(file: string, make: (bytes: Buffer) => T): T {
  const where = file === STDIN ? 'standard input' : file;
  if (file !== STDIN) checkSize(file);
  try {
    return withBytes(file === STDIN ? 0 : file, (bytes) => {
      if (bytes.toString('latin1', 0, ARCHIVE.length) === ARCHIVE) {
        const next = 'Give it to `terraform show -json <plan file>`, and its output to this.';
        throw new UnreadableError(where, 'JSON', 'a plan file as Terraform keeps it', next);
      }
      return make(bytes);
    });
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw unreadable(where, error as NodeJS.ErrnoException);
  }
}

const ARCHIVE = 'PK\u0003\u0004';

/** Bytes as text, without a byte order mark. */
export function textOf(bytes: Buffer): string {
  const text = decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** UTF-8, or UTF-16 in either order, as Windows shells redirect; JSON begins with a character of one byte. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return bytes.toString('utf16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second))
    return bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  // Terraform escapes nearly all that is not ASCII, and to decode a large plan takes twice as long as to read it.
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function checkSize(file: string): void {
  try {
    const { size } = statSync(file);
    if (size > constants.MAX_STRING_LENGTH) throw tooLarge(file, size);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw unreadable(file, error as NodeJS.ErrnoException);
  }
}

const tooLarge = (where: string, bytes?: number): UnreadableError =>
  new UnreadableError(
    where,
    `at most ${megabytes(constants.MAX_STRING_LENGTH)}`,
    bytes === undefined ? 'more' : megabytes(bytes),
    'Node cannot hold more as one text: split the stack, and review its parts.',
  );

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function unreadable(where: string, { code, message }: NodeJS.ErrnoException): UnreadableError {
  if (code === 'ERR_STRING_TOO_LONG') return tooLarge(where);
  if (code === 'ENOENT') {
    const next = 'Make it with `terraform show -json <plan file>`.';
    return new UnreadableError(where, 'a file', 'nothing', next);
  }
  if (code === 'EISDIR') {
    return new UnreadableError(where, 'a file', 'a folder', 'Name the plan files in it.');
  }
  return new UnreadableError(where, 'a file that can be read', code ?? message);
}
