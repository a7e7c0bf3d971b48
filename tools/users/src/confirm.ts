import { createInterface } from 'node:readline/promises';
import { UserError } from '@gatehouse/cli-kit';

/**
 * Asks a person; `--yes` has answered already.
 *
 * @throws UserError unless the answer is yes, and without a terminal
 */
export async function confirm(question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY)
    throw new UserError(`Nothing was done: there is no terminal to ask "${question}". Answer with --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} (yes/no) `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new UserError('Nothing was done.');
  } finally {
    terminal.close();
  }
}
