import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '../plans';
import { tryByTests } from './by-tests';
import { mutantsOf, mutated, type Mutant } from './mutants';
import { tryByPlans } from './run';

const SOURCES = 'libs/surface/src';

/** What decides; readers of Terraform values are covered by what they are read for. */
const FOLDERS = ['access', 'cognito', 'difference', 'environment', 'iam', 'posture', 'protection', 'refusal', 'rest'];

const { values } = parseArgs({
  options: { only: { type: 'string' }, 'one-in': { type: 'string', default: '1' }, 'by-plans': { type: 'boolean' } },
});

const texts = new Map<string, string>();
const mutants = readdirSync(join(workspaceRoot, SOURCES), { recursive: true, encoding: 'utf8' })
  .map((path) => `${SOURCES}/${path}`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && isChosen(file))
  .flatMap((file) => {
    const text = readFileSync(join(workspaceRoot, file), 'utf8');
    texts.set(file, text);
    return mutantsOf(file, text);
  })
  .filter((_, index) => index % Number(values['one-in']) === 0);

function isChosen(file: string): boolean {
  const [folder = ''] = file.slice(SOURCES.length + 1).split('/');
  return values.only === undefined ? FOLDERS.includes(folder) : file.includes(values.only);
}

async function main(): Promise<void> {
  console.error(`${mutants.length} mutants, by the kept plans`);
  let done = 0;
  const progress = (mutant: Mutant, isNoticed: boolean): void => {
    done += 1;
    if (!isNoticed || done % 50 === 0) console.error(`${done} ${isNoticed ? 'noticed' : 'left'}  ${wordsOf(mutant)}`);
  };
  const before = (mutant: Mutant): string => texts.get(mutant.file) ?? '';
  const after = (mutant: Mutant): string => mutated(before(mutant), mutant);
  const verdicts = await tryByPlans(mutants, after, (mutant, verdict) => progress(mutant, verdict === 'noticed'));
  const left = mutants.filter((mutant) => verdicts.get(mutant) === 'not noticed');
  if (!values['by-plans']) console.error(`${left.length} left, by unit tests`);
  const unnoticed = values['by-plans']
    ? left
    : await tryByTests(left, (mutant) => ({ before: before(mutant), after: after(mutant) }), progress);
  for (const mutant of unnoticed) console.log(`${wordsOf(mutant)}`);
  const killed = mutants.length - unnoticed.length;
  const share = mutants.length === 0 ? 100 : (100 * killed) / mutants.length;
  console.log(`${killed} of ${mutants.length} mutants are noticed: ${share.toFixed(1)} % (at least 95 % are to be)`);
  process.exitCode = share >= 95 ? 0 : 2;
}

const wordsOf = ({ file, line, what }: Mutant): string => `${file}:${line} ${what}`;

void main();
