import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { claimFile, readNote } from '@gatehouse/terraform';

/**
 * Claims a checkout for this `npm start`: two would overwrite each other's stacks and Terraform data.
 *
 * @param root of the checkout
 * @returns gives it free again
 * @throws UserError when a living process has it, with its id and address
 */
export function claim(root: string): () => void {
  const claimed = claimFile(join(root, '.terraform-work', 'npm-start.json'), 'npm start');
  if ('release' in claimed) return claimed.release;
  const { pid, what } = claimed.holder;
  throw new UserError(
    `${root}: "${what}" (process ${pid}) runs the local environment of this checkout already${addressOf(root, pid)}. ` +
      'Use that one, or stop it first with Ctrl-C. Another clone can run one of its own beside it.',
  );
}

function addressOf(root: string, pid: number): string {
  const note = readNote(root);
  if (note?.pid !== pid) return '';
  const [api] = Object.values(note.apis ?? {});
  return api === undefined ? `, with its emulator at ${note.url}` : `, at ${api}`;
}
