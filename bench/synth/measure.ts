import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Contestant {
  readonly name: string;
  readonly routes: number;
  /** Arguments of node. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Methods with an authorizer in what was written: proof that the measured work was done. */
  readonly guardedRoutes: () => number;
}

/** What one run takes, in seconds. */
export interface Time {
  readonly elapsed: number;
  /** CPU time of the process, user and system, its threads included. */
  readonly cpu: number;
}

/**
 * The median time of each contestant, and the least CPU time, to which other work on the machine adds only where it shares a core. They run in
 * turns, so that a busy moment of the machine hits all alike.
 */
export function times(contestants: readonly Contestant[], rounds: number): Time[] {
  const measured = contestants.map((): Time[] => []);
  // The first rounds warm the file cache and what is kept of packages (docs/decisions/0001), and do not count.
  for (let round = -2; round <= rounds; round++) {
    contestants.forEach((contestant, index) => {
      const time = measure(contestant);
      if (round > 0) measured[index]?.push(time);
    });
  }
  return measured.map((runs) => ({
    elapsed: median(runs.map(({ elapsed }) => elapsed)),
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
  }));
}

/** What a contestant says that cannot do it, as far as `pattern` picks it from its error. */
export function failureOf(contestant: Contestant, pattern: RegExp): string {
  const { status, stderr } = run(contestant);
  if (status === 0) throw new Error(`${contestant.name} was expected to fail`);
  return pattern.exec(stderr)?.[0] ?? `fails:\n${stderr.slice(-2000)}`;
}

function measure(contestant: Contestant): Time {
  const start = performance.now();
  const { status, stderr } = run(contestant);
  const elapsed = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${contestant.name} failed:\n${stderr.slice(-2000)}`);
  const written = contestant.guardedRoutes();
  const { name, routes } = contestant;
  if (written !== routes) throw new Error(`${name} wrote ${written} guarded routes, not ${routes}`);
  return { elapsed, cpu: Number(/cpu ([\d.]+) s\n$/.exec(stderr)?.[1]) };
}

const reportCpu = join(__dirname, 'report-cpu.cjs');

function run({ command, cwd }: Contestant) {
  return spawnSync(process.execPath, ['-r', reportCpu, ...command], { cwd, encoding: 'utf8' });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
