import { isDangerous, type Change } from './change';
import { isRight, type Evaluated } from './evaluate';
import { isOfModules } from './shapes';

/** Where the table is kept, from the top of the workspace. */
export const PAGE = 'docs/review-catalogue.md';

const HEAD = ['Id', 'Change', 'Findings'];

/** The page that shows every change. */
export function pageOf(changes: readonly Change[]): string {
  const dangerous = changes.filter(isDangerous);
  const harmless = changes.filter((change) => !isDangerous(change));
  const ofModules = changes.filter(isOfModules).length;
  return `# Catalogue of reviewed changes

${dangerous.length} dangerous and ${harmless.length} harmless changes of real Terraform, and the findings of the plan review for each. Terraform
made the plans with the AWS provider against the emulator; they are kept in \`libs/surface/fixtures/plans\`. Unit tests
review all of them, and a system test makes some of them again. \`npx gatehouse review-catalogue --write\` makes all
plans again and writes this page; \`--pages\` writes only this page. See also [all rules](rules.md).

${ofModules} of them are plain Terraform in the shapes of public modules: \`count\`, \`for_each\`, modules in modules with
variables, data sources, OpenAPI bodies, several APIs.

## Dangerous changes

${table(dangerous)}

## Harmless changes

The review reports nothing, or only the findings listed here.

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
  [HEAD, HEAD.map(() => '---'), ...changes.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const cellsOf = ({ id, title, expected }: Change) => [
  `\`${id}\``,
  title,
  [...new Set(expected.map((each) => each.split(' ').slice(0, 2).join(' ')))].sort().join('<br>') || 'none',
];
