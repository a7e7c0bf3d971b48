import type { ReviewFinding } from '../../model/review';
import { visible } from '../../text/visible';
import { severityCounts } from '../../text/words';
import type { Grouped } from '../grouped';
import { membersOf, placesOf, type Family, type Sections } from '../sections';
import { name } from './name';
import { severityWord, type Paint } from './paint';

/** The other views show all. */
const MOST_FINDINGS = 100;

export function findingLines(findings: Sections['findings'], paint: Paint): string[] {
  const rest = membersOf(findings.slice(MOST_FINDINGS));
  return [
    ...findings
      .slice(0, MOST_FINDINGS)
      .flatMap((family, index) => [...(index === 0 ? [] : ['']), ...familyLines(family, paint)]),
    ...(rest.length > 0 ? [`... and ${severityCounts(rest.map(({ item }) => item))} more`] : []),
  ];
}

function familyLines({ head, followers, alike }: Family<Grouped<ReviewFinding>>, paint: Paint): string[] {
  const { rule, remediation } = head.item;
  const places = [...placesOf(head.item), `rule ${rule}`].map(name);
  return [
    findingLine(head, paint),
    ...valueLines(head.item),
    `  ${paint.dim(places.join(' · '))}`,
    ...(alike.length === 0 ? [] : [`  The same for ${alikeWords(alike)}`]),
    ...(remediation === '' ? [] : [`  If unintended: ${visible(remediation)}`]),
    ...followers
      .flatMap((finding) => [findingLine(finding, paint), ...valueLines(finding.item)])
      .map((line) => `    ${line}`),
  ];
}

const MOST_ALIKE = 10;

function alikeWords(alike: readonly Grouped<ReviewFinding>[]): string {
  const names = alike.slice(0, MOST_ALIKE).map(({ item }) => `${name(item.subject)} (${name(item.address)})`);
  const more = alike.length - names.length;
  return `${alike.length} more: ${names.join(', ')}${more > 0 ? `, ... and ${more} more` : ''}`;
}

function findingLine({ item, environments }: Grouped<ReviewFinding>, paint: Paint): string {
  const { severity, subject, message } = item;
  const where = environments.length > 0 ? ` (${environments.map(name).join(', ')})` : '';
  return `${paint.bold(severityWord(severity, paint))} ${paint.bold(name(subject))}${where}: ${visible(message)}`;
}

const valueLines = ({ before, after }: ReviewFinding): string[] =>
  before === undefined && after === undefined ? [] : [`  ${name(before ?? 'not set')} -> ${name(after ?? 'not set')}`];
