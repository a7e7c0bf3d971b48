import { EXIT, type ExitCode } from './exit-codes';

/**
 * Something that the user of a command can put right. The message says where, what was expected, what was found and
 * what to do; it is all that is printed.
 */
export class UserError extends Error {
  override name = 'UserError';
  /** What the command exits with. */
  readonly exitCode: ExitCode = EXIT.error;

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    // Also where something else prints it, such as Nx for a generator.
    this.stack = this.message;
  }
}

/** Errors of packages that know no command line, by name. */
const OF_LIBRARIES = ['EnvironmentError', 'NoWorkspaceError', 'RightsError', 'UnreadableError'];

/** @returns whether the message alone says what happened, so that no stack trace is printed */
export const isUserError = (error: unknown): error is Error =>
  error instanceof UserError || (error instanceof Error && (OF_LIBRARIES.includes(error.name) || isSystemError(error)));

/** What the operating system refused names the file or the address. */
const isSystemError = (error: Error): boolean => 'syscall' in error;
