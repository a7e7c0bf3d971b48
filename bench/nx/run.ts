import { appendFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { WorkspaceCopy } from '../../tools/nx-cdktf/testing/workspace';
import { addEnvironments } from './add-environments';
import { Baseline } from './baseline';
import { synthesize } from './synthesize';

/** Seconds on two cores with nothing else to do, and a part of the baseline's time, whatever else the machine does. */
const limits = { cached: 1, manyCached: 2, ratio: 0.35 };
const rounds = 5;
/** The limits are for 50; with fewer, the start of Nx weighs more. */
const generated = Number(process.argv[2] ?? 50);

const workspace = new WorkspaceCopy();
// As on a laptop: the daemon watches the files.
workspace.env = { NX_DAEMON: 'true', NX_ISOLATE_PLUGINS: 'true' };
try {
  // Figures of a busy machine are to be read as such.
  const [load = 0] = loadavg();
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)} before the first run; seconds`,
  );
  const small = measureSmall();
  const large = measureLarge();
  process.exitCode = small && large ? 0 : 1;
} finally {
  workspace.nx('daemon', '--stop');
  workspace.remove();
}

function measureSmall(): boolean {
  console.log('The environments of this repository, nx run-many -t synth');
  print('cold, daemon starting', synthesize(workspace).seconds);
  const cached = medianOf(() => expectRan([]));
  print(`everything cached, median of ${rounds}`, cached, limits.cached);

  append('environments/prod.json', '\n');
  // Bootstrap makes the roles of every environment.
  print('environments/prod.json changed: only prod, and bootstrap', expectRan(['bootstrap', 'prod']));
  return cached <= limits.cached;
}

function measureLarge(): boolean {
  const names = addEnvironments(workspace.root, generated);
  console.log(`${generated} generated environments, nx run-many -t synth`);
  const projects = names.join();
  const baseline = new Baseline(generated);
  // Half of it before and half after, so that a busy moment of the machine hits both.
  const before = baseline.secondsOfHalf(0);
  const cold = expectRan(names, projects);
  const single = before + baseline.secondsOfHalf(1);
  print('cold', cold);
  print(`commit 1c11d36, ${generated} single runs one after another`, single);
  print('cold / single runs', cold / single, limits.ratio);
  const cached = medianOf(() => expectRan([], projects));
  print(`everything cached, median of ${rounds}`, cached, limits.manyCached);
  print('cached / cold', cached / cold);

  append(`environments/${names[0]}.json`, '\n');
  print('one environment file changed: only that one runs', expectRan(names.slice(0, 1), projects));
  return cold / single <= limits.ratio && cached <= limits.manyCached;
}

/** Seconds of a run that must have synthesized exactly these; a figure of anything else would be of no use. */
function expectRan(names: readonly string[], projects?: string): number {
  const { ran, seconds } = synthesize(workspace, projects);
  if ([...ran].sort().join() !== [...names].sort().join()) {
    throw new Error(`expected to run: ${names.join() || 'nothing'}; ran: ${ran.join() || 'nothing'}`);
  }
  return seconds;
}

function medianOf(measure: () => number): number {
  const times = Array.from({ length: rounds }, measure).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? NaN;
}

function append(file: string, text: string): void {
  appendFileSync(join(workspace.root, file), text);
}

function print(name: string, value: number, limit?: number): void {
  const suffix = limit === undefined ? '' : `, limit ${limit} (${(value / limit).toFixed(2)} of it)`;
  console.log(`  ${name.padEnd(52)}${value.toFixed(2)}${suffix}`);
}
