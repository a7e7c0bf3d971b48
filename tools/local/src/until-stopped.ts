import { describeError, EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { Cleanup } from './cleanup';
import { type Reporter } from './console';

interface Stop {
  /** Signals that stop it. */
  readonly signals: readonly NodeJS.Signals[];
  /** Exit code of a command that was stopped. */
  readonly stopped: ExitCode;
}

/** Runs a command until it ends or a signal stops it, undoes what it started, and ends the process. */
export async function untilStopped(
  reporter: Reporter,
  { signals, stopped }: Stop,
  work: (cleanup: Cleanup) => Promise<ExitCode>,
): Promise<never> {
  const cleanup = new Cleanup();
  const interruption = new Promise<ExitCode>((resolve) => {
    for (const signal of signals) {
      process.on(signal, () => {
        reporter.close();
        reporter.say('\nStopping.');
        resolve(stopped);
      });
    }
  });
  const exitCode = await Promise.race([interruption, work(cleanup)]).catch((error: unknown) => {
    reporter.close();
    reporter.fail(describeError(error));
    return EXIT.error;
  });
  reporter.close();
  for (const failure of await cleanup.run()) reporter.say(failure);
  process.exit(exitCode);
}
