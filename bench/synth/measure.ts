import { spawnSync } from 'node:child_process';

export interface Contestant {
  readonly name: string;
  /** Arguments of node. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Methods with an authorizer in what was written: proof that the measured work was done. */
  readonly guardedRoutes: () => number;
}

/** Seconds of each contestant. They run in turns, so that a busy moment of the machine hits all alike. */
export function medians(
  contestants: readonly Contestant[],
  { routes, rounds }: { routes: number; rounds: number },
): number[] {
  const times = contestants.map((): number[] => []);
  // The first rounds warm the file cache and what is kept of packages (docs/decisions/0001), and do not count.
  for (let round = -2; round <= rounds; round++) {
    contestants.forEach((contestant, index) => {
      const time = measure(contestant, routes);
      if (round > 0) times[index]?.push(time);
    });
  }
  return times.map(median);
}

/** What a contestant says that cannot do it, as far as `pattern` picks it from its error. */
export function failureOf(contestant: Contestant, pattern: RegExp): string {
  const { status, stderr } = run(contestant);
  if (status === 0) throw new Error(`${contestant.name} was expected to fail`);
  return pattern.exec(stderr)?.[0] ?? `fails:\n${stderr.slice(-2000)}`;
}

function measure(contestant: Contestant, routes: number): number {
  const start = performance.now();
  const { status, stderr } = run(contestant);
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${contestant.name} failed:\n${stderr.slice(-2000)}`);
  const written = contestant.guardedRoutes();
  if (written !== routes) throw new Error(`${contestant.name} wrote ${written} guarded routes, not ${routes}`);
  return time / 1000;
}

function run({ command, cwd }: Contestant) {
  return spawnSync(process.execPath, [...command], { cwd, encoding: 'utf8' });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
