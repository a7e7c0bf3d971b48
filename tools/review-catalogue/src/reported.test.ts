import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../fixtures/catalogue';
import { heldCases } from './held-cases';
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

it.each(heldCases)('$name is a change of the catalogue that is found as bad as is right', ({ change, right }) => {
  const worst = catalogue.find(({ id }) => id === change)?.expected.map((each) => each.split(' ')[0]);
  expect(worst?.[0]).toBe(right);
});

it(`all are in ${REPORTED_PAGE}`, () => {
  expect(readFileSync(join(workspaceRoot, REPORTED_PAGE), 'utf8')).toBe(reportedPageOf(cases));
});
