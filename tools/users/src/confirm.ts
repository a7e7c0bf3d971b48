import { ask, UserError } from '@gatehouse/cli-kit';

/**
 * Asks a person; `--yes` has answered already.
 *
 * @throws UserError unless the answer is yes, and without a terminal
 */
export async function confirm(question: string, yes: boolean): Promise<void> {
  if (yes) return;
  const answer = await ask(`${question} (yes/no) `);
  if (answer === undefined)
    throw new UserError(`Nothing was done: there is no terminal to ask "${question}". Answer with --yes.`);
  if (!/^y(es)?$/i.test(answer)) throw new UserError('Nothing was done.');
}
