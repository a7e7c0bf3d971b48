import { EnvironmentError } from '@gatehouse/environment';
import { type Diagnostic } from './diagnostics';
import { type StateLock } from './state-lock';

/** Something around Terraform is missing or wrong; the message says what to do and needs no stack trace. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** Terraform ran and failed. The message is complete and printable. */
export class TerraformError extends Error {
  override name = 'TerraformError';

  constructor(
    message: string,
    readonly command: string,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(message);
  }
}

/** Someone else holds the lock of the state; `lock` says who. */
export class StateLockedError extends TerraformError {
  override name = 'StateLockedError';

  constructor(
    message: string,
    command: string,
    diagnostics: readonly Diagnostic[],
    readonly lock: StateLock,
  ) {
    super(message, command, diagnostics);
  }
}

/** The user stopped a run with Ctrl-C or SIGTERM; Terraform has exited and released its lock. */
export class InterruptedError extends Error {
  override name = 'InterruptedError';
}

/** @returns whether the message alone tells a user what happened, so that no stack trace is printed */
export const isReadable = (error: unknown): error is Error =>
  [SetupError, TerraformError, InterruptedError, EnvironmentError].some(
    (readable) => error instanceof readable,
  );
