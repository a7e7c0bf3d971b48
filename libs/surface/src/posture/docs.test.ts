import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { peerChecks } from '../../testing/peer-checks';
import { peerRow } from '../../testing/peer-row';
import { postureRules } from './posture';

const text = readFileSync(join(__dirname, '../../../../docs/rules.md'), 'utf8');
const rowsOf = (title: string): readonly string[] => {
  const section = text.split(/^##+ /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  return section.split('\n').filter((line) => /^\| (`|cdk-nag|CKV)/.test(line));
};

describe('docs/rules.md', () => {
  it('has a row for every check of cdk-nag and Checkov', () => {
    expect(rowsOf('Checks of cdk-nag and Checkov')).toEqual(peerChecks.map(peerRow));
  });
});

describe('posture rules', () => {
  it('are each in the file of their name', () => {
    const filesIn = (folder: string) => readdirSync(join(__dirname, folder)).filter((file) => file !== 'index.ts');
    const isCritical = ({ severity }: { severity: string }) => severity === 'critical';
    const filesOf = (rules: readonly { id: string }[]) => rules.map(({ id }) => `${id}.ts`).sort();

    expect(filesOf(postureRules.filter(isCritical))).toEqual(filesIn('critical').sort());
    expect(filesOf(postureRules.filter((rule) => !isCritical(rule)))).toEqual(filesIn('rules').sort());
  });

  it('stand for every check of cdk-nag and Checkov, or it is said why not', () => {
    const matched = new Set(postureRules.flatMap(({ replaces = [] }) => replaces));

    for (const { id, notOurs } of peerChecks) expect([id, matched.has(id)]).toEqual([id, notOurs === undefined]);
    expect([...matched].filter((id) => !peerChecks.some((check) => check.id === id))).toEqual([]);
  });
});
