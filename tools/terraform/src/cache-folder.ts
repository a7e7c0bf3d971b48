import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { lock } from 'proper-lockfile';

/** The user's cache folder for this project: `XDG_CACHE_HOME`, `~/Library/Caches` or `LOCALAPPDATA`, as the system has it. */
export const cacheFolder = (): string => envPaths('gatehouse', { suffix: '' }).cache;

/** Runs the work while no other process of this machine, nor another call, runs any in that folder. */
export async function aloneIn<T>(directory: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(directory, { recursive: true });
  const release = await lock(directory, { lockfilePath: join(directory, '.filling'), retries: PATIENT });
  try {
    return await work();
  } finally {
    await release();
  }
}

/** A lock that its dead holder left is taken over after 10 seconds, so waiting always ends. */
const PATIENT = { forever: true, minTimeout: 100, maxTimeout: 500 };
