import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { holderOf } from '../claim/claim';
import { processStart } from '../claim/process-start';
import { type Stack } from '../stacks';

/** Beside the journal of an apply: which process writes it. */
const noteOf = (journal: string): string => `${journal}.pid`;

/** Of an apply that goes on when the command which started it is killed. */
export const journalOf = ({ workDirectory }: Pick<Stack, 'workDirectory'>): string =>
  join(workDirectory, 'apply.jsonl');

/** Notes which Terraform writes a journal; it is gone with the journal. @returns the file of the note */
export function noteApply(journal: string, pid: number | undefined): string {
  const file = noteOf(journal);
  if (pid !== undefined) {
    writeFileSync(file, JSON.stringify({ pid, what: 'terraform apply', started: processStart(pid) }), { mode: 0o600 });
  }
  return file;
}

const POLL_MS = 200;
/** What an apply that was interrupted still does takes minutes at most; the machine may be gone after that. */
const LONGEST_MS = 600_000;

/**
 * Waits for a Terraform whose deploy was killed: it goes on, and what it leaves is whole only when it has ended.
 *
 * @param say gets a line when there is something to wait for
 * @returns whether it has ended
 */
export async function applyEnded(
  stack: Pick<Stack, 'name' | 'workDirectory'>,
  say: (line: string) => void,
  longest = LONGEST_MS,
): Promise<boolean> {
  const file = noteOf(journalOf(stack));
  const first = holderOf(file);
  if (first === undefined) return true;
  say(
    `${stack.name}: Terraform still applies, as process ${first.pid}, though its deploy was killed. Waiting for its end.`,
  );
  for (let waited = 0; waited < longest; waited += POLL_MS) {
    await sleep(POLL_MS);
    if (holderOf(file) === undefined) return true;
  }
  say(`${stack.name}: Terraform has not ended, so what it leaves now may not be whole.`);
  return false;
}
