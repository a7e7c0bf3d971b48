import { describeError as describeMistake } from '@gatehouse/run-ts/describe-error';
import { EXIT, type ExitCode } from './exit-codes';
import { isUserError, UserError } from './user-error';

/**
 * What a command does. Sets the exit code; prints an error on standard error, with a stack trace only when it is a bug.
 *
 * @param work returns the exit code, or nothing when all went well
 */
export function action<Args extends unknown[]>(
  work: (...args: Args) => ExitCode | void | Promise<ExitCode | void>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      process.exitCode = (await work(...args)) ?? EXIT.ok;
    } catch (error) {
      console.error(describeError(error));
      process.exitCode = error instanceof UserError ? error.exitCode : EXIT.error;
    }
  };
}

/** What a person is shown of an error: its message, and of a mistake in code where it is. */
export function describeError(error: unknown): string {
  return isUserError(error) ? error.message : describeMistake(error);
}
