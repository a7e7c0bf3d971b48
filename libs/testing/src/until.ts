import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what is on its way; the test's own limit ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds = 50): Promise<void> {
  while (!(await holds())) await sleep(milliseconds);
}
