import { SEVERITIES, type Severity } from '@gatehouse/surface';
import type { AcknowledgedRisk, Risk } from '../../model/review';
import type { Grouped } from '../grouped';
import type { Family, Sections } from '../sections';
import { byteLength } from '../../text/byte-length';
import { severityCounts } from '../../text/words';
import { code, html, prose } from './escape';

export const ICONS: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  expected: '⚪',
};

/** All risks with everything that there is to say, each with those that follow from it. */
export function riskBlock(risks: Sections['risks']): string {
  if (risks.length === 0) return '';
  return ['### Risks', '', ...risks.map((family) => familyLines(family))].join('\n');
}

/**
 * The same when there are too many of them: a line each, worst first, as many as fit. How many there are of every
 * severity is always told.
 */
export function shortRiskBlock(risks: Sections['risks'], bytes: number): string {
  if (risks.length === 0) return '';
  const all = risks
    .flatMap(({ head, followers }) => [head, ...followers])
    .sort((a, b) => SEVERITIES.indexOf(a.item.severity) - SEVERITIES.indexOf(b.item.severity));
  const counts = severityCounts(all.map(({ item }) => item));
  const lines = ['### Risks', '', `${counts}. Too many for one comment, so a line each.`, ''];
  let left = bytes - byteLength(lines.join('\n')) - 200;
  let shown = 0;
  for (const risk of all) {
    const line = `- ${headOf(risk)} · ${code(risk.item.address)}`;
    left -= byteLength(line) + 1;
    if (left < 0) break;
    lines.push(line);
    shown++;
  }
  const rest = all.slice(shown).map(({ item }) => item);
  if (rest.length > 0) lines.push(`- **… and ${severityCounts(rest)} that do not fit here.**`);
  return lines.join('\n');
}

export function acknowledgedBlock(risks: readonly Grouped<AcknowledgedRisk>[]): string {
  return folded(
    `Acknowledged: ${severityCounts(risks.map(({ item }) => item))}`,
    risks.map((risk) => `- ${headOf(risk)}<br>Accepted: ${prose(risk.item.reason)}`),
  );
}

/** What an environment is, whatever this plan does; whoever reviews it reads why. */
export const standingBlock = (entries: readonly Grouped<{ rule: string; reason: string }>[]): string =>
  folded(
    `Accepted in the environment file: ${entries.length}`,
    entries.map(
      ({ item, environments }) =>
        `- ${code(item.rule)}${environments.length > 0 ? ` (${environments.map(prose).join(', ')})` : ''}<br>Accepted: ${prose(item.reason)}`,
    ),
  );

/** What is accepted and not found any more would hide a later mistake. */
export const idleBlock = (entries: readonly Grouped<{ rule: string; address?: string }>[]): string =>
  entries
    .map(
      ({ item, environments }) =>
        `- Acknowledged without need: ${code(item.rule)}${item.address === undefined ? '' : ` at ${code(item.address)}`}${environments.length > 0 ? ` (${environments.map(prose).join(', ')})` : ''}. Take it out of the environment file.`,
    )
    .join('\n');

export const expectedBlock = (risks: readonly Grouped<Risk>[]): string =>
  folded(
    `As expected: ${risks.length}`,
    risks.map((risk) => `- ${headOf(risk)}`),
  );

function folded(summary: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return ['<details><summary>' + html(summary) + '</summary>', '', ...lines, '', '</details>'].join('\n');
}

function familyLines({ head, followers }: Family<Grouped<Risk>>): string {
  const follow = followers.map((risk) => `  - ${headOf(risk)}`);
  const { item } = head;
  const lines = [
    `- ${headOf(head)}`,
    `  <br>Where: ${whereOf(item)}`,
    ...(item.advice === '' ? [] : [`  <br>Not meant? ${prose(item.advice)}`]),
    ...follow,
  ];
  return lines.join('\n');
}

function headOf({ item, environments }: Grouped<Risk>): string {
  const { severity, subject, message, before, after } = item;
  const where = environments.length > 0 ? ` (${environments.map(prose).join(', ')})` : '';
  const values =
    before === undefined && after === undefined
      ? ''
      : ` ${code(before ?? 'not set')} → ${code(after ?? 'not set')}`;
  return `${ICONS[severity]} **${severity}** ${code(subject)}${where}: ${prose(message)}${values}`;
}

const whereOf = ({ source, constructPath, address, rule }: Risk): string =>
  [
    ...(source === undefined ? [] : [code(source)]),
    ...(constructPath === undefined ? [] : [code(constructPath)]),
    ...(address === '' ? [] : [code(address)]),
    `rule ${code(rule)}`,
  ].join(' · ');
