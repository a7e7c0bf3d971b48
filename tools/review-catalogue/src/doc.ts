import type { Change } from './change';
import { isDangerous } from './change';
import { table } from './table';

/** Where the table is kept, from the top of the workspace. */
export const DOC = 'docs/review-catalogue.md';

/** The page, out of what a run of the whole catalogue found. */
export function docOf(
  rows: readonly { readonly change: Change; readonly found: readonly string[] }[],
): string {
  const dangerous = rows.filter(({ change }) => isDangerous(change)).length;
  return `# What the plan review says to ${rows.length} changes

Made by \`npx nx review-catalogue plan-review --write\`: ${dangerous} dangerous changes and ${rows.length - dangerous} harmless ones, each
carried out from end to end. The sources of an environment that is as strict as production are edited, synthesized,
planned by Terraform with the AWS provider against the emulator that it is deployed in, and reviewed. Where our
constructs do not reach, plain Terraform of another team is edited, planned and reviewed in the same way. A dangerous
change is right when the review says exactly these rules with these severities ([all rules](rules.md)), a harmless one
when it says nothing above \`expected\` and the verdict is clean.

${table(rows)}
`;
}
