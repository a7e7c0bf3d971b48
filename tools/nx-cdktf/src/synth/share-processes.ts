import { availableParallelism } from 'node:os';
import { PassThrough } from 'node:stream';
import { SharedProcess } from './shared-process';
import { type Outcome, synthesizeAlone } from './synthesize-alone';

export interface Work {
  readonly task: string;
  /** Of the environment. */
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Done {
  readonly work: Work;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly endTime: number;
}

/** To start a process takes as long as it takes to synthesize so many environments in one that runs. */
const WORTH_A_PROCESS = 4;
/** Each takes 150 MB; a hundred environments take some four seconds of CPU in all. */
const MOST_PROCESSES = 4;

/** Synthesizes environments in a few processes. @returns each as it ends */
export function shareProcesses(works: readonly Work[]): AsyncIterable<Done> {
  const waiting = [...works];
  const results = new PassThrough({ objectMode: true });
  const processes = Math.min(availableParallelism(), MOST_PROCESSES, Math.ceil(works.length / WORTH_A_PROCESS));
  const lanes = Array.from({ length: processes }, () => synthesize(waiting, results));
  Promise.all(lanes).then(
    () => results.end(),
    (error: Error) => results.destroy(error),
  );
  return results;
}

/** Takes what is waiting until nothing is. */
async function synthesize(waiting: Work[], results: PassThrough): Promise<void> {
  let shared: SharedProcess | undefined;
  for (let work = waiting.shift(); work; work = waiting.shift()) {
    const startTime = Date.now();
    if (!shared?.isAlive && waiting.length > 0) shared = new SharedProcess();
    const output = shared && (await shared.synthesize(work));
    // What fails says why in a process of its own, as it always does.
    const outcome = output === undefined ? await synthesizeAlone(work.name, work.env) : { success: true, output };
    results.write({ work, outcome, startTime, endTime: Date.now() } satisfies Done);
  }
  shared?.end();
}
