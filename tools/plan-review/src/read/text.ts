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
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === STDIN ? 0 : file);
  } catch (error) {
    throw unreadable(where, error as NodeJS.ErrnoException);
  }
  if (bytes.length > constants.MAX_STRING_LENGTH) throw tooLarge(where, bytes.length);
  // Windows shells redirect in UTF-16.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new UnreadableError(
      where,
      'JSON',
      'a plan file as Terraform keeps it',
      'Give it to `terraform show -json <plan file>`, and its output to this.',
    );
  }
  // Most plans: the faster way to the same text.
  if (isAscii(bytes)) return bytes.toString('latin1');
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? bytes.toString('utf8', 3)
    : bytes.toString('utf8');
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

const tooLarge = (where: string, bytes: number): UnreadableError =>
  new UnreadableError(
    where,
    `at most ${megabytes(constants.MAX_STRING_LENGTH)}`,
    megabytes(bytes),
    'Node cannot hold more as one text: split the stack, and review its parts.',
  );

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function unreadable(where: string, { code, message }: NodeJS.ErrnoException): UnreadableError {
  if (code === 'ENOENT') {
    return new UnreadableError(
      where,
      'a file',
      'nothing',
      'Make it with `terraform show -json <plan file>`.',
    );
  }
  if (code === 'EISDIR') {
    return new UnreadableError(where, 'a file', 'a folder', 'Name the plan files in it.');
  }
  return new UnreadableError(where, 'a file that can be read', code ?? message);
}
