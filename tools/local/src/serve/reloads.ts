import { describeError } from '@gatehouse/cli-kit';
import { type Reporter } from '../console';

/** Reloads one after another; of those that come while one runs, the last. An error is reported, and what ran goes on. */
export function reloads(
  reload: () => Promise<string>,
  reporter: Pick<Reporter, 'say' | 'relay'>,
): (why: string) => void {
  let running: Promise<void> | undefined;
  let next: string | undefined;
  const run = async (first: string): Promise<void> => {
    for (let why: string | undefined = first; why !== undefined; why = next) {
      next = undefined;
      await reload().then(
        (what) => reporter.relay(`${why}: ${what}`),
        (error: unknown) => reporter.say(`${describeError(error)}\n${why}, but what was served before goes on.`),
      );
    }
    running = undefined;
  };
  return (why) => {
    if (running) next = why;
    else running = run(why);
  };
}
