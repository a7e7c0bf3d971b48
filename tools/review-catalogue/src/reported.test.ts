import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './plans';
import { REPORTED_PAGE, reportedCases, reportedPageOf, reviewReported } from './reported';
import { readWords } from './words';

const cases = reportedCases();
const words = readWords();

it.each(cases.map((each) => [each.name, each] as const))('%s is reviewed as is right', (_, each) => {
  expect(reviewReported(each)).toEqual({
    findings: each.findings,
    words: words.get(`reported ${each.name}`),
    verdict: each.right === 'none' ? 'clean' : 'risky',
  });
});

it('the worst finding has the severity that is right', () => {
  const worst = (findings: readonly string[]) =>
    ['critical', 'high', 'medium'].find((severity) => findings.some((each) => each.startsWith(`${severity} `))) ??
    'none';
  expect(cases.map(({ name, findings }) => [name, worst(findings)])).toEqual(
    cases.map(({ name, right }) => [name, right]),
  );
});

it(`all are in ${REPORTED_PAGE}`, () => {
  expect(readFileSync(join(workspaceRoot, REPORTED_PAGE), 'utf8')).toBe(reportedPageOf(cases));
});
