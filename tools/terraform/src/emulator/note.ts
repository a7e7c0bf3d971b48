import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseJson } from '../parse-json';

/** Where the local environment of a checkout answers, left by `npm start` for the commands of the same checkout. */
export interface EmulatorNote {
  /** Of the emulator: `http://127.0.0.1:4599`. */
  readonly url: string;
  /** Of the emulator's process, as it says itself: what answers there may be another one since. */
  readonly instance: string;
  /** Gatehouse's, as the emulator says it. */
  readonly version: string;
  /** Of `npm start`. */
  readonly pid: number;
  /** URLs of the APIs, by name. */
  readonly apis?: Readonly<Record<string, string>>;
  /** URLs of the sign-in pages, by user pool. */
  readonly signInPages?: Readonly<Record<string, string>>;
  /** Its origin. */
  readonly playground?: string;
}

/**
 * Leaves, or replaces, the note of this process.
 *
 * @param root of the checkout
 * @returns forgets it
 */
export function noteEmulator(root: string, note: Omit<EmulatorNote, 'pid'>): () => void {
  write(root, { ...note, pid: process.pid });
  return () => {
    if (readNote(root)?.pid === process.pid) rmSync(fileIn(root), { force: true });
  };
}

/** Adds to the note of this process what is served by now. */
export function noteServed(root: string, served: Pick<EmulatorNote, 'apis' | 'playground' | 'signInPages'>): void {
  const note = readNote(root);
  if (note?.pid === process.pid) write(root, { ...note, ...served });
}

/** The note of a checkout; nothing where none was left. Its process may be gone, and another may answer at its address. */
export function readNote(root: string): EmulatorNote | undefined {
  try {
    const note = parseJson<EmulatorNote>(readFileSync(fileIn(root), 'utf8'));
    return typeof note?.url === 'string' && typeof note.pid === 'number' ? note : undefined;
  } catch {
    return undefined;
  }
}

const fileIn = (root: string): string => join(root, '.terraform-work', 'emulator.json');

function write(root: string, note: EmulatorNote): void {
  const file = fileIn(root);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Nobody ever reads half of it.
  writeFileSync(`${file}.${note.pid}`, JSON.stringify(note, null, 2), { mode: 0o600 });
  renameSync(`${file}.${note.pid}`, file);
}
