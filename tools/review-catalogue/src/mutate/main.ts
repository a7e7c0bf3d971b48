import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '../plans';
import { switchable, type Mutant, type Switchable } from './mutants';
import { tryAll } from './run';

const SOURCES = 'libs/surface/src';

/** What decides; readers of Terraform values are covered by what they are read for. */
const FOLDERS = [
  'access',
  'cognito',
  'difference',
  'environment',
  'iam',
  'posture',
  'protection',
  'refusal',
  'resource-policies',
  'rest',
  'unreviewed',
  'verdicts',
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    checks: { type: 'string', default: '' },
    'one-in': { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
  },
});

const sources = new Map<string, Switchable>();
let mutantCount = 0;
for (const path of readdirSync(join(workspaceRoot, SOURCES), { recursive: true, encoding: 'utf8' }).sort()) {
  if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue;
  const file = `${SOURCES}/${path}`;
  const made = switchable(file, readFileSync(join(workspaceRoot, file), 'utf8'), mutantCount);
  sources.set(file, made);
  mutantCount += made.mutants.length;
}
const isChosen = ({ file }: Mutant): boolean =>
  values.only === undefined
    ? FOLDERS.some((folder) => file.startsWith(`${SOURCES}/${folder}/`))
    : file.includes(values.only);

const mutants = mixed(
  [...sources.values()]
    .flatMap((each) => each.mutants)
    .filter((mutant, index) => isChosen(mutant) && index % Number(values['one-in']) === 0),
);

/** From all over, so that the first hundreds show what the whole will be. */
function mixed<T>(all: readonly T[]): T[] {
  const step = 61;
  return Array.from({ length: step }, (_, first) => all.filter((_each, index) => index % step === first)).flat();
}

async function main(): Promise<void> {
  const start = performance.now();
  const minutes = (): string => ((performance.now() - start) / 60_000).toFixed(1);
  console.error(`${mutants.length} mutants`);
  const survivors: Mutant[] = [];
  let done = 0;
  const report = (mutant: Mutant, noticedBy: string | undefined): void => {
    done += 1;
    if (noticedBy === undefined) {
      survivors.push(mutant);
      console.log(`not noticed: ${wordsOf(mutant)}`);
    }
    if (done % 50 === 0)
      console.error(`${done} of ${mutants.length} after ${minutes()} minutes, ${survivors.length} not noticed`);
  };
  await tryAll({
    sources,
    mutants,
    checks: values.checks,
    processes: Number(values.processes),
    say: console.error,
    report,
  });
  const killed = mutants.length - survivors.length;
  const share = mutants.length === 0 ? 100 : (100 * killed) / mutants.length;
  console.log(
    `${killed} of ${mutants.length} mutants are noticed, in ${minutes()} minutes: ${share.toFixed(1)} % (at least 95 % are to be)`,
  );
  process.exitCode = share >= 95 ? 0 : 2;
}

const wordsOf = ({ file, line, what, code }: Mutant): string => `${file}:${line} ${what}: ${code.slice(0, 120)}`;

void main();
