import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does some work, and removes files when it ends: also when it fails, and when the program is interrupted. */
export async function removedAfter<T>(files: readonly string[], work: () => Promise<T>): Promise<T> {
  const remove = (): void => files.forEach((file) => rmSync(file, { force: true }));
  const stop = (signal: NodeJS.Signals): void => {
    // Who else listens ends the work: Terraform is let finish what it does.
    if (process.listenerCount(signal) > 1) return;
    remove();
    process.off(signal, stop);
    process.kill(process.pid, signal);
  };
  SIGNALS.forEach((signal) => process.on(signal, stop));
  process.on('exit', remove);
  try {
    return await work();
  } finally {
    remove();
    SIGNALS.forEach((signal) => process.off(signal, stop));
    process.off('exit', remove);
  }
}
