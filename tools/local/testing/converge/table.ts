import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { workspaceRoot } from '../../src/workspace';
import { argumentOf, faultOf } from './fault';
import { type Outcome, type Result } from './outcome';
import { type Sink } from './sink';

/** A page of documentation about some kitchen sinks. */
export interface Page {
  /** Below the workspace. */
  readonly file: string;
  /** How the table is made, for people. */
  readonly intro: string;
  /** What comes before the arguments. @default - nothing */
  readonly first?: readonly string[];
}

export interface Section {
  readonly sink: Sink;
  readonly outcomes: readonly Outcome[];
}

const words = `- **yes**: applied, and the next plan is empty.
- **replaced**: the same, by a new resource.
- **not seen**: Terraform sees no difference, and there is none: the argument had its default.
- **kept**: Terraform sees no difference, and AWS keeps what it had: a resource that never had the argument has something else.
- **refused**: by the provider or by AWS, with its words.
- **in two deploys**: the plan after the first deploy is not empty, the one after the second is.
- **planned again**: no plan is empty.
- **not served**: applied, and callers see what was before.

The emulator stands in for AWS, so what AWS alone refuses is not here.
`;

/** Writes the page. */
export async function writePage({ file, intro, first }: Page, sections: readonly Section[]): Promise<void> {
  const path = join(workspaceRoot, file);
  const text = [intro, words, ...(first ?? []), faultTable(sections), ...sections.map(sectionOf)].join('\n');
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
}

function faultTable(sections: readonly Section[]): string {
  const faults = new Set(sections.flatMap(({ sink }) => sink.faults));
  const rows = [...faults].map(
    ({ argument, kind, when, what, report, ours }) =>
      `| \`${argument}\` ${kind}${when === 'back' ? ', taken back' : ''} | ${what} | ${report} | ${ours} |`,
  );
  return [
    '## Faults of the provider',
    '',
    '`npm test` tries these again and fails when one has changed.',
    '',
    '| change | what happens | report | what we do |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function sectionOf({ sink, outcomes }: Section): string {
  const types = [...new Set(outcomes.map(({ type }) => type))].sort();
  const level = sink.title === '' ? '##' : '###';
  const tables = types.map((type) => `${level} ${type}\n\n${typeTable(sink, type, outcomes)}`);
  return [...(sink.title === '' ? [] : [`## ${sink.title}\n`]), ...tables].join('\n');
}

function typeTable(sink: Sink, type: string, outcomes: readonly Outcome[]): string {
  const own = outcomes.filter((outcome) => outcome.type === type);
  const paths = [...new Set(own.map(({ path }) => path.join('.')))].sort();
  const rows = paths.map((path) => {
    const cells = (['another value', 'left out'] as const).flatMap((kind) => {
      const outcome = own.find((each) => argumentOf(each) === `${type}.${path}` && each.kind === kind);
      return outcome ? [shown(sink, outcome, outcome.there), shown(sink, outcome, outcome.back)] : ['', ''];
    });
    return `| \`${path}\` | ${cells.join(' | ')} |`;
  });
  const header = '| argument | another value | and back | left out | and back |\n| --- | --- | --- | --- | --- |';
  return [header, ...rows, ''].join('\n');
}

function shown(sink: Sink, outcome: Outcome, result: Result): string {
  const text = typeof result === 'object' ? `refused: ${result.refused.replaceAll('|', '\\|')}` : result;
  if (text === 'applied') return 'yes';
  return text !== 'not seen' && faultOf(sink, outcome) ? `**${text}**` : text;
}
