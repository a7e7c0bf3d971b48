import { type Severity } from '@gatehouse/surface';
import type { SuppressedFinding, ReviewFinding } from '../../model/review';
import type { Grouped } from '../grouped';
import { membersOf, placesOf, worstFirst, type Family, type Sections } from '../sections';
import { count } from '../../text/count';
import { severityCounts } from '../../text/words';
import { acceptanceOf } from '../accept';
import { code, fenced, html, prose } from './escape';

export const ICONS: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  expected: '⚪',
};

/** All findings in full, each with those that follow from it. */
export function findingBlock(findings: Sections['findings']): string {
  if (findings.length === 0) return '';
  return ['### Findings', '', ...findings.map((family) => familyLines(family))].join('\n');
}

/**
 * The same when there are too many of them: a line each, worst first, as many as fit, and always how many there are of
 * every severity.
 */
export function shortFindingBlock(findings: Sections['findings'], bytes: number): string {
  if (findings.length === 0) return '';
  const all = membersOf(findings).sort(worstFirst);
  const counts = severityCounts(all.map(({ item }) => item));
  const lines = ['### Findings', '', `${counts}. Too many for one comment: a line each.`, ''];
  let left = bytes - Buffer.byteLength(lines.join('\n')) - 200;
  let shown = 0;
  for (const finding of all) {
    const line = `- ${headOf(finding)} · ${code(finding.item.address)}`;
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    lines.push(line);
    shown++;
  }
  const rest = all.slice(shown).map(({ item }) => item);
  if (rest.length > 0) lines.push(`- **… and ${severityCounts(rest)} that do not fit here.**`);
  return lines.join('\n');
}

/** The entries that accept the findings, to paste. */
export function acceptBlock(sections: Sections): string {
  const acceptance = acceptanceOf(sections);
  return acceptance ? folded(acceptance.title, [fenced('json', acceptance.entries)]) : '';
}

export function suppressedBlock(findings: readonly Grouped<SuppressedFinding>[]): string {
  return folded(
    `Suppressed: ${severityCounts(findings.map(({ item }) => item))}`,
    findings.map((finding) => `- ${headOf(finding)}<br>Reason: ${prose(finding.item.reason)}`),
  );
}

/** What the environment file accepts whatever this plan does. */
export const standingBlock = (entries: readonly Grouped<{ rule: string; reason: string }>[]): string =>
  folded(
    `Suppressed in the environment file: ${entries.length}`,
    entries.map(
      ({ item, environments }) => `- ${code(item.rule)}${named(environments)}<br>Reason: ${prose(item.reason)}`,
    ),
  );

/** A suppression that matches nothing would hide a later finding. */
export const unusedBlock = (entries: Sections['unused']): string =>
  entries
    .map(({ item: { rule, address, problem }, environments }) =>
      problem === undefined
        ? `- Unused suppression: ${code(rule)}${address === undefined ? '' : ` at ${code(address)}`}${named(environments)}. Remove it from the environment file.`
        : `- Unused suppression${named(environments)}: ${prose(problem)}`,
    )
    .join('\n');

export const expectedBlock = (findings: readonly Grouped<ReviewFinding>[]): string =>
  folded(
    `Expected: ${count(findings.length, 'finding')}`,
    findings.map((finding) => `- ${headOf(finding)}`),
  );

function folded(summary: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return ['<details><summary>' + html(summary) + '</summary>', '', ...lines, '', '</details>'].join('\n');
}

function familyLines({ head, followers, alike }: Family<Grouped<ReviewFinding>>): string {
  const follow = followers.map((finding) => `  - ${headOf(finding)}`);
  const { item } = head;
  return [
    `- ${headOf(head)}`,
    `  <br>Where: ${whereOf(item)}`,
    ...(alike.length === 0 ? [] : [`  <br>The same for ${alikeWords(alike)}`]),
    ...(item.remediation === '' ? [] : [`  <br>If unintended: ${prose(item.remediation)}`]),
    ...follow,
  ].join('\n');
}

const alikeWords = (alike: readonly Grouped<ReviewFinding>[]): string =>
  `${alike.length} more: ${alike.map(({ item }) => `${code(item.subject)} (${code(item.address)})`).join(', ')}`;

function headOf({ item, environments }: Grouped<ReviewFinding>): string {
  const { severity, subject, message, before, after } = item;
  const values =
    before === undefined && after === undefined ? '' : ` ${code(before ?? 'not set')} → ${code(after ?? 'not set')}`;
  return `${ICONS[severity]} **${severity}** ${code(subject)}${named(environments)}: ${prose(message)}${values}`;
}

const named = (environments: readonly string[]): string =>
  environments.length > 0 ? ` (${environments.map(prose).join(', ')})` : '';

const whereOf = (finding: ReviewFinding): string =>
  [...placesOf(finding).map(code), `rule ${code(finding.rule)}`].join(' · ');
