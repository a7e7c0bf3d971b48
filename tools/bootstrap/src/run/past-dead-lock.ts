import { hostname, userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StateLock, StateLockedError, type Terraform } from '@gatehouse/terraform';
import { type DeadRun } from './run-record';

/** A Terraform whose parent was killed ends at its next line of output, which comes every 10 seconds at the latest. */
const LAST_BREATH_MS = 12_000;

/**
 * Does something that locks the state. A lock that a killed run of this machine left is released: no one else may, and
 * the run that goes on where it ended is this one. Anyone else's lock is respected.
 *
 * @throws StateLockedError with the holder's name
 */
export async function pastDeadLock<T>(
  terraform: Pick<Terraform, 'forceUnlock'>,
  dead: DeadRun | undefined,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await lockOf(work);
  if (!('locked' in lock)) return lock.result;
  if (dead === undefined || !isLeftBy(dead, lock.locked.lock)) throw lock.locked;
  onWait();
  await sleep(endOf(dead).getTime() - Date.now());
  const again = await lockOf(work);
  if (!('locked' in again)) return again.result;
  if (again.locked.lock.id !== lock.locked.lock.id) throw again.locked;
  await terraform.forceUnlock(lock.locked.lock.id);
  return work();
}

async function lockOf<T>(work: () => Promise<T>): Promise<{ result: T } | { locked: StateLockedError }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof StateLockedError) return { locked: error };
    throw error;
  }
}

/** Terraform names a holder by user and machine, so the time has to tell which run of this machine it was. */
export function isLeftBy(dead: DeadRun, lock: Pick<StateLock, 'who' | 'created'>): boolean {
  const created = new Date(lock.created.replace(/^(\S+) (\S+) \+0000 UTC$/, '$1T$2Z'));
  return lock.who === `${userInfo().username}@${hostname()}` && created >= dead.startedAt && created <= endOf(dead);
}

/** When Terraform has ended too. */
const endOf = ({ lastSeen }: DeadRun): Date => new Date(lastSeen.getTime() + LAST_BREATH_MS);
