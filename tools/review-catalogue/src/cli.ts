import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { action, colorsFor, EXIT, type ExitCode, type Program, UserError } from '@gatehouse/cli-kit';
import { catalogue } from '../fixtures/catalogue';
import { type Change } from './change';
import { evaluate, isRight, type Evaluated } from './evaluate';
import { makePlans } from './make/make-plans';
import { differences } from './make/same';
import { PAGE, pageOf, summaryOf } from './page';
import { keepPlans, keptPlans, plansOf, workspaceRoot, type Plans } from './plans';
import { REPORTED_PAGE, reportedCases, reportedPageOf, reviewReported } from './reported';
import { RULES_PAGE, rulesPageOf } from './rules-page';
import { VERDICTS_PAGE, verdictsPage } from './verdicts-page';
import { writeWords, WORDS_FILE } from './words';

interface Options {
  readonly only?: readonly string[];
  readonly pages?: boolean;
  readonly write?: boolean;
}

export function addCommands(program: Program): void {
  program
    .command('review-catalogue')
    .description('review every change of the catalogue and compare the findings with the expected ones')
    .option('--only <ids...>', 'only these changes')
    .option('--pages', `write ${PAGE}, ${REPORTED_PAGE}, ${RULES_PAGE}, ${VERDICTS_PAGE} and ${WORDS_FILE}`)
    .option('--write', 'make the plans again with Terraform, and write the pages')
    .exitCodes({ 0: 'every review is right', 1: 'it could not run', 2: 'a review is wrong' })
    .action(action(run));
}

async function run({ only, write = false, pages = write }: Options): Promise<ExitCode> {
  const changes = only === undefined ? catalogue : only.map(changeOf);
  if (write) await makePlans(changes, keep);
  const evaluated = changes.map((change) => evaluate(change, plansOf(change)));
  const wrong = evaluated.filter((each) => !isRight(each));
  for (const each of wrong) console.log(mistakeOf(each));
  console.log(summaryOf(evaluated));
  if (wrong.length > 0) return EXIT.findings;
  if (pages) {
    writePages();
    writeWordsOf(only === undefined ? evaluated : catalogue.map((change) => evaluate(change, plansOf(change))));
  }
  return EXIT.ok;
}

function writePages(): void {
  const rules = join(workspaceRoot, RULES_PAGE);
  writeFileSync(rules, rulesPageOf(readFileSync(rules, 'utf8')));
  writeFileSync(join(workspaceRoot, PAGE), pageOf(catalogue));
  writeFileSync(join(workspaceRoot, REPORTED_PAGE), reportedPageOf(reportedCases()));
  writeFileSync(join(workspaceRoot, VERDICTS_PAGE), verdictsPage());
}

const writeWordsOf = (evaluated: readonly Evaluated[]): void =>
  writeWords(
    new Map([
      ...evaluated.map(({ change, words }) => [change.id, words] as const),
      ...reportedCases().map((each) => [`reported ${each.name}`, reviewReported(each).words] as const),
    ]),
  );

function changeOf(id: string): Change {
  const change = catalogue.find((each) => each.id === id);
  if (!change) throw new UserError(`--only: expected the id of a change in the catalogue, found "${id}".`);
  return change;
}

/** Other generated names alone are no reason to write a plan again. */
function keep(change: Change, plans: Plans): void {
  const changed = differences(keptPlans(change), plans).length > 0;
  if (changed) keepPlans(change, plans);
  const { yellow } = colorsFor(process.stderr);
  console.error(`${changed ? yellow('written  ') : 'unchanged'} ${change.id}`);
}

const mistakeOf = ({ change, missing, unexpected, found }: Evaluated): string =>
  [
    colorsFor(process.stdout).red(change.id),
    ...missing.map((each) => `  missing     ${each}`),
    ...unexpected.map((each) => `  unexpected  ${each}`),
    ...(missing.length + unexpected.length === 0 ? [`  wrong verdict; findings: ${found.join(', ') || 'none'}`] : []),
  ].join('\n');
