import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { workspaceRoot } from '../../src/workspace';
import { type Outcome, type Result } from './converge';
import { faults, faultOf } from './faults';

const FILE = join(workspaceRoot, 'docs/cognito/converge.md');

const intro = `# What each argument does when it changes

Written by \`npx nx run cognito:converge\`: the kitchen sink (\`examples/kitchen-sink\`) is applied to the emulator by real Terraform and provider 5.100.0.
Then each argument that the provider's schema has and a Cognito resource of the kitchen sink sets is changed in turn, in a copy of its own: to
another value, and left out where it is optional. Each change is applied, the next plan must be empty, and the same holds for taking it back.

- **yes**: applied, and the next plan is empty.
- **replaced**: the same, by a new resource.
- **not seen**: Terraform sees no difference: the argument had its default, or AWS keeps what it had.
- **refused**: by the provider or by AWS, with its words.
- **planned again**: the plan after the apply is not empty.

The emulator stands in for AWS, so what AWS alone refuses is not here.
`;

/** Writes docs/cognito/converge.md. */
export async function writeTable(outcomes: readonly Outcome[]): Promise<void> {
  const types = [...new Set(outcomes.map(({ type }) => type))].sort();
  const text = [intro, faultTable(), ...types.map((type) => typeTable(type, outcomes))].join('\n');
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' }));
}

function faultTable(): string {
  const rows = faults.map(
    ({ argument, kind, what, report, ours }) => `| \`${argument}\` ${kind} | ${what} | ${report} | ${ours} |`,
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

function typeTable(type: string, outcomes: readonly Outcome[]): string {
  const own = outcomes.filter((outcome) => outcome.type === type);
  const paths = [...new Set(own.map(({ path }) => path.join('.')))].sort();
  const rows = paths.map((path) => {
    const cells = (['another value', 'left out'] as const).flatMap((kind) => {
      const outcome = own.find((each) => each.path.join('.') === path && each.kind === kind);
      return outcome ? [shown(outcome, outcome.there), shown(outcome, outcome.back)] : ['', ''];
    });
    return `| \`${path}\` | ${cells.join(' | ')} |`;
  });
  const header = '| argument | another value | and back | left out | and back |\n| --- | --- | --- | --- | --- |';
  return [`## ${type}`, '', header, ...rows, ''].join('\n');
}

function shown(outcome: Outcome, result: Result): string {
  const text = typeof result === 'object' ? `refused: ${result.refused.replaceAll('|', '\\|')}` : result;
  if (text === 'applied') return 'yes';
  return faultOf(outcome) ? `**${text}**` : text;
}
