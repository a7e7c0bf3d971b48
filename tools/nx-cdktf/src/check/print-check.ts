import { type Finding, tierLimit } from '@gatehouse/surface';
import { type CheckResult } from './check-environment';

/** The findings for people: a table, each row with what it means below it. */
export function printCheck(result: CheckResult): string {
  const { refused, tolerated, suppressed, mistakes, unread, places } = result;
  const table = (title: string, findings: readonly Finding[]) => tableOf(title, findings, places);
  return [
    summary(result),
    ...table('Refused', refused),
    ...table('Tolerated', tolerated),
    ...table('Suppressed', suppressed.map(withReason)),
    ...list('Mistakes', mistakes),
    ...list('Not looked into', unread.map(whyUnread)),
  ].join('\n\n');
}

function summary(result: CheckResult): string {
  const { environment, tier, refused, tolerated, suppressed, mistakes, passed } = result;
  const counts = [
    `${refused.length} refused`,
    `${tolerated.length} tolerated`,
    `${suppressed.length} suppressed`,
    ...(mistakes.length === 0 ? [] : [`${mistakes.length} mistaken`]),
  ].join(', ');
  return `${environment}: ${passed ? 'passed' : 'not passed'}; ${counts}. ${tierLimit(tier, result)}`;
}

function tableOf(title: string, findings: readonly Finding[], places: CheckResult['places']): string[] {
  if (findings.length === 0) return [];
  const header = ['severity', 'rule', 'subject', 'address', 'source'] as const;
  const cells = findings.map((finding) => header.map((name) => finding[name] ?? ''));
  const widths = header.map((_, column) => Math.max(...[header, ...cells].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + 4);
  const rows = findings.flatMap(({ message, remediation, severity, fields = [] }, index) => [
    line(cells[index] ?? []),
    // What is as it was meant to be needs no remediation.
    `${indent}${severity === 'expected' ? message : `${message} ${remediation}`}`,
    ...fields.flatMap((field) => (places[field] === undefined ? [] : [`${indent}${places[field]}`])),
  ]);
  return [[`${title}:`, line(header), ...rows].join('\n')];
}

const withReason = (finding: CheckResult['suppressed'][number]): Finding => ({
  ...finding,
  remediation: `Suppressed: ${finding.reason}`,
});

const whyUnread = ({ address, why }: CheckResult['unread'][number]): string => `${address}: ${why}.`;

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[`${title}:`, ...lines.map((each) => `  ${each}`)].join('\n')];
