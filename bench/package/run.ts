import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';

const workspace = join(__dirname, '../..');
const page = join(workspace, 'docs/packages.md');
const roots = [
  'cognito',
  'gateway',
  'functions',
  'platform',
  'environment',
  'surface',
  'construct-kit',
  'checks',
  'policy',
]
  .map((name) => `libs/${name}`)
  .concat(['plan-review', 'local', 'nx-cdktf'].map((name) => `tools/${name}`));

/** How often a start of Node the packed review may take. */
const LIMIT = 6;

interface Packed {
  readonly name: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly entryCount: number;
}

execFileSync(process.execPath, ['-r', './register-ts.cjs', 'tools/packages/src/build/main.ts', ...roots], {
  cwd: workspace,
});
const table = sizes();
console.log(table);
if (process.argv.includes('--write'))
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^\| tarball [^]*?\n\n/m, `${table}\n\n`));
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)} before the first run`);
process.exitCode = compareStarts() <= LIMIT ? 0 : 1;

/** Of each tarball, as npm packs it. */
function sizes(): string {
  const packed = roots.map((root) => {
    const folder = join(workspace, root, 'dist');
    return (
      JSON.parse(
        execFileSync('npm', ['pack', '--dry-run', '--json'], {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'ignore'],
        }).toString(),
      ) as Packed[]
    )[0] as Packed;
  });
  const kB = (bytes: number): string => Math.round(bytes / 1000).toLocaleString('en');
  const rows = packed.map((each) => [
    `\`${each.name}\``,
    kB(each.size),
    kB(each.unpackedSize),
    String(each.entryCount),
  ]);
  return aligned([['tarball', 'kB', 'kB unpacked', 'files'], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** They run in turns, so that a busy moment of the machine hits all alike. */
function compareStarts(rounds = 11): number {
  const program = join(workspace, 'tools/plan-review/dist/bin/plan-review.js');
  const plan = join(workspace, 'libs/surface/fixtures/planned-only/created.plan.json');
  const runs = [
    ['-e', '0'],
    [program, '--help'],
    [program, plan],
  ];
  const times = Array.from({ length: rounds }, () => runs.map(timeOf));
  const [node = NaN, start = NaN, review = NaN] = runs.map((_, at) => median(times.map((round) => round[at] ?? NaN)));
  const inStarts = (time: number): string => `${time.toFixed(3)} s, ${(time / node).toFixed(1)} times \`node -e 0\``;
  console.log(`node -e 0: ${node.toFixed(3)} s`);
  console.log(`plan-review --help: ${inStarts(start)}, limit ${LIMIT}`);
  console.log(`plan-review of a plan: ${inStarts(review)}`);
  return start / node;
}

function timeOf(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  try {
    execFileSync(process.execPath, args, { stdio: 'ignore' });
  } catch (error) {
    // 2: it found a risk in the plan.
    if ((error as { status?: number }).status !== 2) throw error;
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
