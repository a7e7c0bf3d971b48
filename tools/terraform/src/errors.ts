import { EXIT, UserError } from '@gatehouse/cli-kit';
import { type Diagnostic } from './diagnostics';
import { type StateLock } from './state-lock';

/** Something around Terraform is missing or wrong. */
export class SetupError extends UserError {
  override name = 'SetupError';
}

/** Terraform ran and failed. The message is complete and printable. */
export class TerraformError extends UserError {
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
export class InterruptedError extends UserError {
  override name = 'InterruptedError';
  override readonly exitCode = EXIT.interrupted;
}
