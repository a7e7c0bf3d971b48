import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

/** Ends a hang. The slowest of waits takes half a minute, and four times that on a slow machine. */
const LIMIT_MS = 10 * 60_000;

/**
 * Waits for what is on its way.
 *
 * @param seen what is there so far, such as the output of a process; tells why it did not come
 * @throws Error with it after ten minutes
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  seen: () => string = () => 'nothing to show',
  limit = LIMIT_MS,
): Promise<void> {
  const end = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited ${limit / 1000} s until ${String(holds)}; so far:\n${seen()}`);
    await sleep(POLL_MS);
  }
}
