import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspace } from './peer';

export interface Contestant {
  readonly name: string;
  /** Arguments of node; the number of routes and the output folder follow. */
  readonly command: readonly string[];
  readonly guardedRoutes: (outdir: string) => number;
}

/** Removed by the caller. */
export const outdirs = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));

/** Seconds of each contestant. They run in turns, so that a busy moment of the machine hits all alike. */
export function medians(
  contestants: readonly Contestant[],
  { routes, rounds }: { routes: number; rounds: number },
): number[] {
  const times = contestants.map((): number[] => []);
  // The first round warms the file cache and does not count.
  for (let round = 0; round <= rounds; round++) {
    contestants.forEach((contestant, index) => {
      const time = measure(contestant, routes);
      if (round > 0) times[index]?.push(time);
    });
  }
  return times.map(median);
}

/** What a contestant says that cannot do it, as far as `pattern` picks it from its error. */
export function failureOf(contestant: Contestant, routes: number, pattern: RegExp): string {
  const { status, stderr } = run(contestant, routes, join(outdirs, 'failure'));
  if (status === 0) throw new Error(`${contestant.name} was expected to fail with ${routes} routes`);
  return pattern.exec(stderr)?.[0] ?? `fails:\n${stderr.slice(-2000)}`;
}

function measure(contestant: Contestant, routes: number): number {
  const outdir = join(outdirs, contestant.name);
  rmSync(outdir, { recursive: true, force: true });
  const start = performance.now();
  const { status, stderr } = run(contestant, routes, outdir);
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${contestant.name} failed:\n${stderr.slice(-2000)}`);
  const written = contestant.guardedRoutes(outdir);
  if (written !== routes) throw new Error(`${contestant.name} wrote ${written} guarded routes, not ${routes}`);
  return time / 1000;
}

function run({ command }: Contestant, routes: number, outdir: string) {
  return spawnSync(process.execPath, [...command, String(routes), outdir], {
    cwd: workspace,
    encoding: 'utf8',
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
