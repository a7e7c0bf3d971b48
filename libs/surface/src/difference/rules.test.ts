import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expectedFindings, SCENARIOS } from '../../testing/expected-findings';
import { findingsOf, readReal, realPlan } from '../../testing/real-plan';
import { differences, postureRules, type Finding, type RuleInfo } from '../index';
import { differenceRules } from './rules';

/** What is made by hand, for no Terraform of today writes it; see the tests beside the rules. */
const NOT_IN_REAL_PLANS = ['action-unknown', 'change-deferred'];

const found: Readonly<Record<string, readonly Finding[]>> = Object.fromEntries(
  SCENARIOS.map((name) => [name, differences(readReal(name))]),
);
const all = Object.entries(found).flatMap(([scenario, findings]) =>
  findings.map((finding) => ({ ...finding, scenario })),
);

describe('difference rules on real plans', () => {
  it.each(differenceRules.map(({ id }) => id))('%s fires exactly where it should', (id) => {
    const places = all
      .filter(({ rule }) => rule === id)
      .map(({ scenario, severity, address }) => `${scenario} ${severity} ${address}`);
    expect(places.sort()).toEqual([...(expectedFindings[id] ?? [])].sort());
    expect(places.length > 0).toBe(!NOT_IN_REAL_PLANS.includes(id));
  });

  it.each(SCENARIOS)('find nothing risky in the quiet resources of %s', (name) => {
    const noisy = found[name]?.filter(
      ({ severity, address }) => severity !== 'expected' && /_quiet/.test(address),
    );
    expect(noisy).toEqual([]);
  });

  it.each(SCENARIOS)('leave no dangerous resource of %s untold', (name) => {
    const told = new Set(found[name]?.map(({ address }) => withoutKey(address)));
    const wanted = changesOf(name)
      .filter((address) => /_fires/.test(address) && !SUPPORTING.test(address))
      .map(withoutKey);
    expect(wanted.filter((address) => !told.has(address))).toEqual([]);
  });

  it('speak in whole sentences, and name what to do', () => {
    for (const { message, remediation, subject } of all) {
      expect(message).toMatch(/^[A-Z].*\S\.$/s);
      expect(remediation).toMatch(/^[A-Z].*\.$/s);
      expect(subject).not.toBe('');
    }
  });

  it('are as bad as the rule says at most', () => {
    const order = ['critical', 'high', 'medium', 'expected'];
    for (const { id, severity } of differenceRules) {
      const worst = all.filter(({ rule }) => rule === id).map((each) => order.indexOf(each.severity));
      expect(Math.min(order.length, ...worst)).toBeGreaterThanOrEqual(order.indexOf(severity));
    }
  });

  it('say the same of the same plan in another order', () => {
    const plan = realPlan('cognito');
    plan.resource_changes.reverse();
    expect(findingsOf(plan)).toEqual(found['cognito']);
  });
});

describe('the list of difference rules', () => {
  it('has each rule once, in the file of its name, and knows its page', () => {
    const files = readdirSync(path.join(__dirname, 'rules')).filter((file) => file !== 'index.ts');
    expect(differenceRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
    for (const { page } of differenceRules)
      expect(page).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|developer\.hashicorp\.com)\//);
  });

  it('shares no id with the posture rules: acknowledging one must not hide the other', () => {
    const ids = new Set(postureRules.map(({ id }) => id));
    expect(differenceRules.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it('is the table in docs/rules.md', () => {
    const text = readFileSync(path.join(__dirname, '../../../../docs/rules.md'), 'utf8');
    const section = text.split(/^## /m).find((part) => part.startsWith('Difference rules')) ?? '';
    expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(differenceRules.map(row));
  });
});

const row = ({ id, severity, title, why, page, remediation }: RuleInfo): string =>
  `| \`${id}\` | ${severity} | ${title}. ${why} ([source](${page})) | ${remediation} |`;

/** What only carries a case: the paths and answers of its method. */
const SUPPORTING = /^aws_api_gateway_(resource|integration|integration_response|method_response)\./;

/** Without the key of an instance, and without the pointer into a body. */
const withoutKey = (address: string): string => address.replace(/(\[[^\]]*\]|#.*)$/, '');
const changesOf = (name: string): string[] =>
  readReal(name).plans.flatMap(({ changes }) => changes.map(({ address }) => address));
