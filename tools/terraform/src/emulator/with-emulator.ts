import { resolve } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import { isUserError } from '@gatehouse/cli-kit';
import { takeTurn } from '../claim/turn';
import { environmentApp } from '../environment-app';
import { SetupError } from '../errors';
import { readStacks } from '../stacks';
import { chosenEndpoint, ENDPOINT_VARIABLE, withEndpoint } from './endpoint-variable';
import { type LocalEmulators, type StartedEmulator } from './local-emulators';
import { type EmulatorNote } from './note';
import { isOf, ownEmulator } from './own-emulator';
import { whoAnswers } from './who-answers';

interface Use {
  readonly emulators: LocalEmulators;
  /** Folders of the apps that the command is about. */
  readonly folders: readonly string[];
  /** As a person typed it, without options: `gatehouse plan local`. */
  readonly command: string;
  /** Whether it changes what is applied. */
  readonly changes: boolean;
  readonly printError: (text: string) => void;
}

/** What a command does with one emulator. */
export interface InEmulator {
  /** To be called when the stacks are synthesized, before they are read. */
  prepare(): Promise<void>;
}

/**
 * Runs a command with the emulator of its checkout: the one that a person named, or that `npm start` runs, or else one of its own
 * that ends with it. A command on no emulated environment needs none.
 *
 * @throws SetupError when the emulator is of another version, or what a person named is none
 */
export async function withEmulator<T>(use: Use, work: (emulator: InEmulator) => Promise<T>): Promise<T> {
  const emulated = use.folders.flatMap(emulatedIn);
  const [first] = emulated;
  const named = chosenEndpoint();
  if (first === undefined) return work(NOTHING_TO_PREPARE);
  const root = resolve(first.folder, '../..');
  const free = await takeTurn(root, use.command, use.printError);
  try {
    if (named !== undefined) {
      await checkNamed(named, root, use.printError);
      return await work(NOTHING_TO_PREPARE);
    }
    const own = await ownEmulator(root);
    if (own === undefined) return await withStarted(use, root, emulated, work);
    checkVersion(own, use.emulators.version());
    return await withEndpoint(own.url, () => work(NOTHING_TO_PREPARE));
  } finally {
    free();
  }
}

interface Emulated {
  readonly folder: string;
  readonly environment: Environment;
}

const NOTHING_TO_PREPARE: InEmulator = { prepare: () => Promise.resolve() };

/** A file that is wrong, or missing, is reported by what reads it for its content. */
function emulatedIn(folder: string): Emulated[] {
  try {
    const { environment } = environmentApp(folder);
    return environment.endpoint === undefined ? [] : [{ folder, environment }];
  } catch (error) {
    if (isUserError(error)) return [];
    throw error;
  }
}

async function checkNamed(named: string, root: string, say: Use['printError']): Promise<void> {
  const answering = await whoAnswers(named);
  if (answering.kind === 'nothing' || answering.kind === 'other') {
    const found = answering.kind === 'nothing' ? 'nothing that answers' : answering.name;
    throw new SetupError(
      `${ENDPOINT_VARIABLE}=${named}: expected an AWS emulator, found ${found}. Start one there, or unset the variable: ` +
        'without it the command takes the emulator of this checkout, or starts one.',
    );
  }
  if (answering.kind === 'emulator' || !answering.checkout || isOf(answering, root)) return;
  say(`${ENDPOINT_VARIABLE} names the emulator of another checkout, ${answering.checkout}: that one is used.`);
}

function checkVersion(own: EmulatorNote, version: string): void {
  if (own.version === version) return;
  throw new SetupError(
    `The emulator of this checkout, at ${own.url}, is of another version of Gatehouse: expected ${version}, found ${own.version}. ` +
      `Stop "npm start" (process ${own.pid}) and start it again.`,
  );
}

async function withStarted<T>(
  { changes, emulators, printError }: Use,
  root: string,
  emulated: readonly Emulated[],
  work: (emulator: InEmulator) => Promise<T>,
): Promise<T> {
  const environments = emulated.map(({ environment }) => environment);
  const started = await emulators.start({ root, environments, printError });
  printError(`No emulator of this checkout runs: started one at ${started.url} for this command; ${started.holds}.`);
  // What fails before it changes anything must not take the place of what was kept before.
  let begun = false;
  const inIt: InEmulator = {
    prepare: async () => {
      await prepare(started, emulated);
      begun = true;
    },
  };
  try {
    const result = await withEndpoint(started.url, () => work(inIt));
    begun = true;
    return result;
  } finally {
    const kept = await started.stop({ keep: changes && begun });
    if (kept !== undefined) printError(kept);
  }
}

async function prepare(started: StartedEmulator, emulated: readonly Emulated[]): Promise<void> {
  for (const { environment, folder } of emulated) await started.prepare(environment, readStacks(folder));
}
