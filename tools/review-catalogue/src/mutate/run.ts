import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Mutant } from './mutants';

export type Verdict = 'noticed' | 'not noticed';

/** An edit may make a loop endless; the kept plans take seconds. */
const ENDLESS_MS = 10 * 60_000;

/**
 * Tries mutants by the kept plans, several processes at a time.
 *
 * @param textOf the file of a mutant, edited
 */
export async function tryByPlans(
  mutants: readonly Mutant[],
  textOf: (mutant: Mutant) => string,
  report: (mutant: Mutant, verdict: Verdict) => void,
  processes = 2,
): Promise<ReadonlyMap<Mutant, Verdict>> {
  const left = [...mutants];
  const verdicts = new Map<Mutant, Verdict>();
  const work = async (): Promise<void> => {
    let worker = startWorker();
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const noticed = await ask(worker, { file: mutant.file, text: textOf(mutant) });
      if (noticed === undefined) {
        worker.kill('SIGKILL');
        worker = startWorker();
      }
      const verdict = noticed === false ? 'not noticed' : 'noticed';
      verdicts.set(mutant, verdict);
      report(mutant, verdict);
    }
    worker.kill();
  };
  await Promise.all(Array.from({ length: processes }, work));
  return verdicts;
}

const startWorker = (): ChildProcess => fork(join(__dirname, 'worker.cjs'), { execArgv: [] });

/** @returns undefined: it ended, or never will */
function ask(worker: ChildProcess, message: object): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const done = (noticed: boolean | undefined): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(noticed);
    };
    const timer = setTimeout(() => done(undefined), ENDLESS_MS);
    worker.once('message', ({ noticed }: { noticed: boolean }) => done(noticed));
    worker.once('exit', () => done(undefined));
    worker.send(message);
  });
}
