import { constants, isAscii } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { UnreadableError } from '@gatehouse/surface';

/** Standard input, as the command line writes it. */
export const STDIN = '-';

/**
 * The text of a file or of standard input, without a byte order mark.
 *
 * @throws UnreadableError it is not there, is a folder, is larger than Node can hold as text, or is not UTF-8
 */
export function readText(file: string): string {
  const where = file === STDIN ? 'standard input' : file;
  if (file !== STDIN) checkSize(file);
  let text: string;
  try {
    const bytes = readFileSync(file === STDIN ? 0 : file);
    // Terraform escapes nearly all that is not ASCII, and to decode a large plan takes twice as long as to read it.
    text = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  } catch (error) {
    throw unreadable(where, error as NodeJS.ErrnoException);
  }
  // A byte order mark of UTF-16, which is no UTF-8: Windows shells redirect so.
  if (text.startsWith('\ufffd\ufffd') && file !== STDIN) return readUtf16(file);
  if (text.startsWith('PK\u0003\u0004')) {
    const next = 'Give it to `terraform show -json <plan file>`, and its output to this.';
    throw new UnreadableError(where, 'JSON', 'a plan file as Terraform keeps it', next);
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

const readUtf16 = (file: string): string => readFileSync(file, 'utf16le').replace(/^\ufeff/, '');

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
