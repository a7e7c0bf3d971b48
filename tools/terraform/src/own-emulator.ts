import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive';

/** Set by a person, it says which emulator is meant. */
export const ENDPOINT_VARIABLE = 'GATEHOUSE_AWS_ENDPOINT';

const fileIn = (app: string): string => join(app, '.terraform-work', 'emulator.json');

/**
 * Notes where the emulator that this process runs answers, for the commands of the same checkout.
 *
 * @param app the app's folder
 * @returns forgets it again
 */
export function noteEmulator(app: string, url: string): () => void {
  mkdirSync(join(app, '.terraform-work'), { recursive: true, mode: 0o700 });
  writeFileSync(fileIn(app), JSON.stringify({ url, pid: process.pid }));
  return () => rmSync(fileIn(app), { force: true });
}

/** Where the emulator that `npm start` runs for an app answers; undefined when none runs. */
export function ownEmulator(app: string): string | undefined {
  try {
    const { url, pid } = JSON.parse(readFileSync(fileIn(app), 'utf8')) as { url: string; pid: number };
    return isAlive(pid) ? url : undefined;
  } catch {
    // None was started, or its process was killed while it wrote.
    return undefined;
  }
}
