import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive } from '../is-alive';
import { parseJson } from '../parse-json';
import { processStart } from './process-start';

/** The process that has a claim. */
export interface Holder {
  readonly pid: number;
  /** What it runs, as a person typed it: `npm start`. */
  readonly what: string;
  /** As `processStart` gives it. */
  readonly started?: string;
}

/** Either gives the claim free again, or says who has it. */
export type Claim = { readonly release: () => void } | { readonly holder: Holder };

/**
 * Claims for this process what a file stands for. A claim ends with its process, also one that was killed; an id that another
 * process got since is no claim.
 *
 * @param what this process runs, for the one that is refused
 */
export function claimFile(file: string, what: string): Claim {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (;;) {
    if (write(file, what)) return { release: () => release(file) };
    const holder = holderOf(file);
    if (holder !== undefined) return { holder };
    removeDead(file);
  }
}

/** The living process that has a claim; nothing where nobody has. */
export function holderOf(file: string): Holder | undefined {
  const holder = read(file);
  return holder !== undefined && lives(holder) ? holder : undefined;
}

function lives({ pid, started }: Holder): boolean {
  return isAlive(pid) && (started === undefined || started === (processStart(pid) ?? started));
}

/** Nobody ever reads half of it. @returns false where the file is there already */
function write(file: string, what: string): boolean {
  const holder: Holder = { pid: process.pid, what, started: processStart(process.pid) };
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(whole, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}

function read(file: string): Holder | undefined {
  try {
    const holder = parseJson<Partial<Holder>>(readFileSync(file, 'utf8'));
    return typeof holder?.pid === 'number' ? { what: 'an unknown command', ...holder, pid: holder.pid } : undefined;
  } catch {
    return undefined;
  }
}

/** Two that find the same dead claim must not both remove it: the second would remove the claim of the first. */
function removeDead(file: string): void {
  const guard = `${file}.removing`;
  if (!write(guard, '')) {
    if (holderOf(guard) === undefined) rmSync(guard, { force: true });
    return;
  }
  try {
    if (holderOf(file) === undefined) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function release(file: string): void {
  if (read(file)?.pid === process.pid) rmSync(file, { force: true });
}
