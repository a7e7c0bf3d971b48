import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { action, colorsFor, EXIT, type ExitCode, type Program, UserError } from '@gatehouse/cli-kit';
import { catalogue } from './catalogue';
import { type Change, isDangerous } from './change';
import { DOC, docOf } from './doc';
import { type Evaluated } from './run/evaluate';
import { runChanges } from './run/run';
import { table } from './table';
import { workspaceRoot } from './workspace';

interface Options {
  readonly only?: readonly string[];
  readonly write?: boolean;
}

export function addCommands(program: Program): void {
  program
    .command('review-catalogue')
    .description(
      'make every change of the catalogue and compare what the review finds with what it must find',
    )
    .option('--only <ids...>', 'only these changes')
    .option('--write', `write the table to ${DOC}`)
    .exitCodes({ 0: 'every review is right', 1: 'it could not run', 2: 'a review is wrong' })
    .action(action(run));
}

async function run({ only, write = false }: Options): Promise<ExitCode> {
  const changes = only === undefined ? catalogue : only.map(changeOf);
  const started = Date.now();
  let done = 0;
  const evaluated = await runChanges(changes, {
    copies: changes.length > 4 ? 2 : 1,
    onEvaluated: (each) => console.error(`${String(++done).padStart(3)}/${changes.length} ${lineOf(each)}`),
  });
  console.log(table(evaluated));
  console.log(summaryOf(evaluated, Date.now() - started));
  if (evaluated.some(({ right }) => !right)) return EXIT.findings;
  if (write && only === undefined) writeFileSync(join(workspaceRoot, DOC), docOf(evaluated));
  return EXIT.ok;
}

function changeOf(id: string): Change {
  const change = catalogue.find((each) => each.id === id);
  if (!change) throw new UserError(`--only: expected a change of the catalogue, found "${id}".`);
  return change;
}

function lineOf({ right, change, verdict, found, messages }: Evaluated): string {
  const { green, red } = colorsFor(process.stderr);
  if (right) return `${green('right')} ${change.id}`;
  const wrong = [
    `must find ${change.expected.join(', ') || 'nothing'}; finds ${found.join(', ') || 'nothing'} (${verdict})`,
    ...messages,
  ];
  return [`${red('WRONG')} ${change.id}`, ...wrong.map((each) => `    ${each}`)].join('\n');
}

function summaryOf(evaluated: readonly Evaluated[], took: number): string {
  const dangerous = evaluated.filter(({ change }) => isDangerous(change));
  const count = (all: readonly Evaluated[]) => `${all.filter(({ right }) => right).length} of ${all.length}`;
  return `${count(dangerous)} dangerous changes are flagged as they must be, ${count(evaluated.filter((each) => !dangerous.includes(each)))} harmless ones are not flagged; ${Math.round(took / 1000)} s.`;
}
