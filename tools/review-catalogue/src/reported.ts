import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { reviewEnvironment, reviewOf } from '@gatehouse/plan-review';
import { type PlanJson } from '@gatehouse/terraform';
import type { Severity, Suppression } from '@gatehouse/surface';
import { textsOf } from './evaluate';
import { heldRows } from './held-cases';
import { wordsOf } from './words';

/** A plan that a review once got wrong, and what is right: a folder of `reported`. */
export interface Reported {
  readonly name: string;
  /** What the plan does. */
  readonly title: string;
  /** The worst severity that must be found; `none`: the plan is harmless. */
  readonly right: Exclude<Severity, 'expected'> | 'none';
  /** All findings but expected ones: `critical route-public <address>`, sorted. */
  readonly findings: readonly string[];
  /** What was accepted before. @default - nothing */
  readonly suppressions?: readonly Suppression[];
}

/** Where the table is kept, from the top of the workspace. */
export const REPORTED_PAGE = 'docs/reported-cases.md';

const FOLDER = join(__dirname, '../reported');

export const reportedCases = (): Reported[] =>
  readdirSync(FOLDER)
    .sort()
    .map((name) => ({
      name,
      ...(JSON.parse(readFileSync(join(FOLDER, name, 'case.json'), 'utf8')) as Omit<Reported, 'name'>),
    }));

/** What the review says of the plan of a case. */
export function reviewReported({
  name,
  suppressions = [],
}: Reported): Pick<Reported, 'findings'> & { readonly verdict: string; readonly words: string } {
  const plan = JSON.parse(
    brotliDecompressSync(readFileSync(join(FOLDER, name, 'plan.json.br'))).toString(),
  ) as PlanJson;
  const environment = reviewEnvironment({ plans: { [name]: plan }, suppressions });
  return {
    findings: textsOf(environment.findings).filter((each) => !each.startsWith('expected ')),
    words: wordsOf(environment.findings, environment.access),
    verdict: reviewOf([environment]).verdict,
  };
}

export const reportedPageOf = (cases: readonly Reported[]): string => `# Cases that a review got wrong

Plans of real Terraform (provider 5.100.0) that the review once passed or flagged by mistake, what is right, and what it finds now.
The plans are in \`tools/review-catalogue/reported\`; a unit test reviews all of them, and \`npx gatehouse review-catalogue --pages\`
writes this page. See also the [catalogue](review-catalogue.md) and [all rules](rules.md).

| Case | The plan | Right | Findings |
| --- | --- | --- | --- |
${cases.map(rowOf).join('\n')}

Of these the plan is that of a change in the catalogue, which a test holds to what is right:

| Case | The plan | Right | Change in the catalogue |
| --- | --- | --- | --- |
${heldRows()}

\`digest-hangs-on-file-name\` is about the plan digest: a plan has one digest under every file name and from standard input, which
a test of \`tools/plan-review/src/digest/digest.test.ts\` holds it to.
`;

const rowOf = ({ name, title, right, findings }: Reported): string => {
  const rules = [...new Set(findings.map((each) => each.split(' ').slice(0, 2).join(' ')))];
  return `| \`${name}\` | ${title} | ${right} | ${rules.join('<br>') || 'none'} |`;
};
