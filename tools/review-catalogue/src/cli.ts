import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
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

const command = new Command('review-catalogue')
  .description(
    'Carries out every change of the catalogue and compares what the review says with what it must say.',
  )
  .option('--only <ids...>', 'run these changes')
  .option('--write', `write the table to ${DOC}`)
  .action(async ({ only, write = false }: Options) => {
    const changes = only === undefined ? catalogue : only.map(changeOf);
    const started = Date.now();
    let done = 0;
    const evaluated = await runChanges(changes, {
      copies: changes.length > 4 ? 2 : 1,
      onEvaluated: (each) => console.error(`${String(++done).padStart(3)}/${changes.length} ${lineOf(each)}`),
    });
    console.log(table(evaluated));
    console.log(summaryOf(evaluated, Date.now() - started));
    if (evaluated.some(({ right }) => !right)) process.exitCode = 1;
    else if (write && only === undefined) writeFileSync(join(workspaceRoot, DOC), docOf(evaluated));
  });

command.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

function changeOf(id: string): Change {
  const change = catalogue.find((each) => each.id === id);
  if (!change) throw new Error(`--only: expected a change of the catalogue, found "${id}".`);
  return change;
}

function lineOf({ right, change, verdict, found, messages }: Evaluated): string {
  if (right) return `${pc.green('right')} ${change.id}`;
  const wrong = [
    `must say ${change.expected.join(', ') || 'nothing'}; says ${found.join(', ') || 'nothing'} (${verdict})`,
    ...messages,
  ];
  return [`${pc.red('WRONG')} ${change.id}`, ...wrong.map((each) => `    ${each}`)].join('\n');
}

function summaryOf(evaluated: readonly Evaluated[], took: number): string {
  const dangerous = evaluated.filter(({ change }) => isDangerous(change));
  const count = (all: readonly Evaluated[]) => `${all.filter(({ right }) => right).length} of ${all.length}`;
  return `${count(dangerous)} dangerous changes are flagged as they must be, ${count(evaluated.filter((each) => !dangerous.includes(each)))} harmless ones are not flagged; ${Math.round(took / 1000)} s.`;
}
