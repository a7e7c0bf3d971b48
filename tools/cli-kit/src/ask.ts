import { createInterface } from 'node:readline/promises';
import { type ReadStream, type WriteStream } from 'node:tty';
import { EXIT } from './exit-codes';
import { UserError } from './user-error';

/** Where a person is asked, and where the answer comes from. */
export interface Terminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
}

/**
 * Asks a person.
 *
 * @returns the answer without spaces around it; undefined when there is no terminal to ask on
 * @throws UserError when the answer is Ctrl-C or Ctrl-D
 */
export async function ask(
  question: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr as WriteStream },
): Promise<string | undefined> {
  if (!input.isTTY) return undefined;
  const terminal = createInterface({ input, output });
  try {
    return (await terminal.question(question)).trim();
  } catch (cause) {
    if ((cause as Error).name !== 'AbortError') throw cause;
    throw new Stopped('\nNothing was done.', { cause });
  } finally {
    terminal.close();
  }
}

class Stopped extends UserError {
  override readonly exitCode = EXIT.interrupted;
}
