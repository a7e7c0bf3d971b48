import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimFile } from './claim';

const POLL_MS = 100;

/**
 * Waits until nothing else synthesizes, plans or applies a local environment of the checkout, and has it to itself from then on:
 * commands and `npm start` share its folders and its emulator.
 *
 * @param root of the checkout
 * @param what this process runs: `gatehouse plan local`
 * @param say gets a line when there is something to wait for
 * @returns lets the next one go on
 */
export async function takeTurn(root: string, what: string, say: (line: string) => void): Promise<() => void> {
  const file = join(root, '.terraform-work', 'turn.json');
  let waitsFor: number | undefined;
  for (;;) {
    const claim = claimFile(file, what);
    if ('release' in claim) return claim.release;
    const { holder } = claim;
    if (holder.pid !== waitsFor)
      say(`Waiting for process ${holder.pid} (${holder.what}), which uses the local environment of this checkout.`);
    waitsFor = holder.pid;
    await sleep(POLL_MS);
  }
}
