import { differenceRules, environmentRules, postureRules, refusalRules, type RuleInfo } from '@gatehouse/surface';

/** Where the tables of rules are, from the top of the workspace. */
export const RULES_PAGE = 'docs/rules.md';

const SECTIONS: Readonly<Record<string, readonly RuleInfo[]>> = {
  'Environment rules': environmentRules,
  'Posture rules': postureRules,
  'Refusal rules': refusalRules,
  'Difference rules': differenceRules,
};

/** The page with the rows of every rule; the text around the tables stays as it is. */
export const rulesPageOf = (page: string): string =>
  page
    .split(/^(?=##+ )/m)
    .map((section) => {
      const [, title = ''] = /^##+ (.*)$/m.exec(section) ?? [];
      const rules = SECTIONS[title];
      return rules ? withRows(section, rules.map(rowOf)) : section;
    })
    .join('');

function withRows(section: string, rows: readonly string[]): string {
  const lines = section.split('\n');
  const head = lines.findIndex((line) => line.startsWith('| ---')) + 1;
  const rest = lines.slice(head).filter((line) => !line.startsWith('| `'));
  return [...lines.slice(0, head), ...rows, ...rest].join('\n');
}

const rowOf = ({ id, severity, title, why, page, remediation }: RuleInfo): string =>
  `| \`${id}\` | ${severity} | ${title}. ${why} ([source](${page})) | ${remediation} |`;
