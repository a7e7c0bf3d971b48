import { type Environment } from '@gatehouse/environment';
import { type Stack } from '../stacks';

/** How commands come to an emulator where none runs. A package that runs emulators hands it in. */
export interface LocalEmulators {
  /** What an emulator of this checkout answers with now: `0.0.0+3f1c2a9b`. */
  version(): string;
  /** Starts one of the checkout, with what was applied last where that is kept. */
  start(request: EmulatorRequest): Promise<StartedEmulator>;
}

export interface EmulatorRequest {
  /** Of the checkout. */
  readonly root: string;
  /** What the command is about. Each is emulated. */
  readonly environments: readonly Environment[];
  /** Gets what the emulator has to say. */
  readonly printError: (text: string) => void;
}

/** An emulator that one command has. */
export interface StartedEmulator {
  readonly url: string;
  /** What it holds, to end a sentence with: `nothing is applied in it`. */
  readonly holds: string;
  /** Makes what the stacks need from outside before they are applied. */
  prepare(environment: Environment, stacks: readonly Stack[]): Promise<void>;
  /**
   * Ends it.
   *
   * @param keep what is applied, for the next one. @returns what became of that, as a line
   */
  stop(options: { readonly keep: boolean }): Promise<string | undefined>;
}
