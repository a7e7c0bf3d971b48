import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, devNull, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLargePlan } from './large-plan';

/** Against `JSON.parse` of the same file in the same Node, and against the size of the file. */
const limits = { times: 3, plusSeconds: 0.3, memory: 4 };
const rounds = 5;

const workspace = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
const [plan, empty, comment] = ['plan.json', 'empty.json', 'comment.md'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

const PARSE = ['-e', 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))'];
const review = (file: string, markdown: string) => [
  'tools/plan-review/bin/plan-review.cjs',
  ...[file, '--markdown', markdown],
];

try {
  const changes = writeLargePlan(plan, 10_000);
  writeFileSync(empty, JSON.stringify({ format_version: '1.2', resource_changes: [] }));
  const size = statSync(plan).size;
  const [load = 0] = loadavg();
  console.log(`${availableParallelism()} cores, load ${load.toFixed(1)} before the first run`);
  console.log(`a plan of ${changes} changes, ${(size / 1e6).toFixed(1)} MB`);

  const parse: Run[] = [];
  const reviews: Run[] = [];
  const nothing: Run[] = [];
  // In turns, so that a busy moment of the machine hits all; the first round warms the caches and does not count.
  for (let round = 0; round <= rounds; round++) {
    const runs = [run([...PARSE, plan]), run(review(plan, comment), 2), run(review(empty, devNull))] as const;
    if (round === 0) continue;
    parse.push(runs[0]);
    reviews.push(runs[1]);
    nothing.push(runs[2]);
  }
  expectComment(changes);
  process.exitCode = report(size, parse, reviews, nothing) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

interface Run {
  readonly seconds: number;
  /** Bytes. */
  readonly peak: number;
}

function run(args: readonly string[], expected = 0): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', join(__dirname, 'report-peak.cjs'), ...args], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== expected) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`);
  return { seconds, peak: Number(/peak (\d+) kB/.exec(stderr)?.[1]) * 1024 };
}

/** That the measured work was done. */
function expectComment(changes: number): void {
  const text = readFileSync(comment, 'utf8');
  const opened = Number(/### Findings\n\n(\d+) critical/.exec(text)?.[1]);
  if (!(opened >= changes / 20) || text.length > 65_000)
    throw new Error(`not the comment of this plan:\n${text.slice(0, 500)}`);
}

function report(size: number, parse: readonly Run[], review: readonly Run[], nothing: readonly Run[]): boolean {
  const [parsing, reviewing] = [median(parse, 'seconds'), median(review, 'seconds')];
  const most = limits.times * parsing + limits.plusSeconds;
  const memory = (median(review, 'peak') - median(nothing, 'peak')) / size;
  console.log(`JSON.parse       ${parsing.toFixed(2)} s, median of ${rounds}, a new process each`);
  console.log(
    `whole review     ${reviewing.toFixed(2)} s, limit ${most.toFixed(2)} s (${limits.times} x + ${limits.plusSeconds} s)`,
  );
  console.log(`review / parse   ${(reviewing / parsing).toFixed(2)}`);
  console.log(`review of nothing ${median(nothing, 'seconds').toFixed(2)} s`);
  console.log(`memory           ${memory.toFixed(1)} times the file above a review of nothing, limit ${limits.memory}`);
  const holds = reviewing <= most && memory <= limits.memory;
  console.log(holds ? 'holds' : 'DOES NOT HOLD');
  return holds;
}

function median(runs: readonly Run[], of: keyof Run): number {
  const sorted = runs.map((each) => each[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
