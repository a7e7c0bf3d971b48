import { isDangerous, type Change } from './change';
import { isRight, type Evaluated } from './evaluate';

/** Where the table is kept, from the top of the workspace. */
export const PAGE = 'docs/review-catalogue.md';

const HEAD = ['Change', 'What a developer does', 'Findings'];

/** The page that shows every change. */
export function pageOf(changes: readonly Change[]): string {
  const dangerous = changes.filter(isDangerous);
  const harmless = changes.filter((change) => !isDangerous(change));
  return `# Catalogue of reviewed changes

${dangerous.length} dangerous and ${harmless.length} harmless edits of real Terraform, and what the plan review finds in each. The plans are
Terraform's own, made with the AWS provider against the emulator and kept in \`libs/surface/fixtures/plans\`; unit tests
review all of them, and a system test makes a tenth of them again. \`npx gatehouse review-catalogue --write\` makes them
all again and writes this page. See also [all rules](rules.md).

## Dangerous changes

${table(dangerous)}

## Harmless changes

The review finds nothing in them, or only what is expected.

${table(harmless)}
`;
}

export function summaryOf(evaluated: readonly Evaluated[]): string {
  const count = (all: readonly Evaluated[]) => `${all.filter(isRight).length} of ${all.length}`;
  const dangerous = evaluated.filter(({ change }) => isDangerous(change));
  const harmless = evaluated.filter(({ change }) => !isDangerous(change));
  return `${count(dangerous)} dangerous and ${count(harmless)} harmless changes are reviewed as expected.`;
}

const table = (changes: readonly Change[]): string =>
  [HEAD, HEAD.map(() => '---'), ...changes.map(cellsOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const cellsOf = ({ id, title, expected }: Change) => [
  `\`${id}\``,
  title,
  [...new Set(expected.map((each) => each.split(' ').slice(0, 2).join(' ')))].sort().join('<br>') || 'none',
];
