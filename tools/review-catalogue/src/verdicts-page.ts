import { commonVerdicts, type ServiceTable, serviceTables, type TypeVerdicts } from '@gatehouse/surface';

/** Where the verdicts are listed, from the top of the workspace. */
export const VERDICTS_PAGE = 'docs/verdicts.md';

/** How many arguments of some types have which verdict. A block with one verdict counts once. */
interface Counts {
  readonly judged: number;
  readonly harmless: number;
  readonly byHand: number;
}

const countsOf = (types: readonly TypeVerdicts[]): Counts => {
  const sum = (of: (type: TypeVerdicts) => number) => types.reduce((all, type) => all + of(type), 0);
  return {
    judged: sum(({ judged = {} }) => Object.keys(judged).length),
    harmless: sum(({ harmless = {} }) => Object.keys(harmless).length),
    byHand: sum(({ byHand = {} }) => Object.keys(byHand).length),
  };
};

export function verdictsPage(): string {
  const all = countsOf(serviceTables.flatMap(({ types }) => Object.values(types)));
  const types = serviceTables.reduce((sum, table) => sum + Object.keys(table.types).length, 0);
  return `# Verdicts

What the plan review knows of each resource type through which anyone gains or loses access, or a person, data or an address is
lost: ${types} types, ${all.judged} arguments that a rule judges, ${all.harmless} that are harmless, and ${all.byHand} that no rule can judge
from a plan. A change of one of these is a finding, \`not-judged\`, that gives the reason; so is one of an argument that a newer
provider adds. The tables with every argument and reason are in
\`libs/surface/verdicts\`, one for each service; a test holds them to the schema of the AWS provider 5.100.0. A team adds its own: see
[policy files](plan-review.md#a-policy-file). \`npx gatehouse review-catalogue --pages\` writes this page.

Harmless for every type: ${Object.keys(commonVerdicts)
    .map((name) => `\`${name}\``)
    .join(', ')}, and what only the provider sets.

<!-- prettier-ignore-start -->
${serviceTables.map(sectionOf).join('\n')}
<!-- prettier-ignore-end -->
`;
}

const sectionOf = ({ service, types, leftOut = {} }: ServiceTable): string => `
## ${service}

| Type | Judged | Harmless | By hand | Rules |
| --- | --- | --- | --- | --- |
${Object.entries(types).map(rowOf).join('\n')}
${leftOutOf(leftOut)}`;

function rowOf([type, verdicts]: readonly [string, TypeVerdicts]): string {
  const { judged, harmless, byHand } = countsOf([verdicts]);
  const rules = rulesOf(verdicts).map((rule) => `\`${rule}\``);
  return `| \`${type}\` | ${judged} | ${harmless} | ${byHand} | ${rules.join(' ')} |`;
}

/** The rules that judge a type, each once. */
export const rulesOf = ({ created, deleted, judged = {} }: TypeVerdicts): readonly string[] =>
  [...new Set([...Object.values(judged), created?.judged ?? [], deleted?.judged ?? []].flat())].sort();

const leftOutOf = (leftOut: Readonly<Record<string, string>>): string =>
  Object.keys(leftOut).length === 0
    ? ''
    : `
Left out:

${Object.entries(leftOut)
  .map(([type, why]) => `- \`${type}\`: ${why}`)
  .join('\n')}
`;
