import type { ReviewFinding } from '../../model/review';
import { visible } from '../../text/visible';
import { severityCounts } from '../../text/words';
import type { Grouped } from '../grouped';
import type { Family, Sections } from '../sections';
import { name } from './name';
import { severityWord, type Paint } from './paint';

/** More than that nobody reads here; the other views have all. */
const MOST_RISKS = 100;

export function riskLines(findings: Sections['findings'], paint: Paint): string[] {
  const rest = findings.slice(MOST_RISKS).flatMap(({ head, followers }) => [head, ...followers]);
  return [
    ...findings.slice(0, MOST_RISKS).flatMap((family) => familyLines(family, paint)),
    ...(rest.length > 0 ? [`... and ${severityCounts(rest.map(({ item }) => item))} more`] : []),
  ];
}

function familyLines({ head, followers }: Family<Grouped<ReviewFinding>>, paint: Paint): string[] {
  const { source, constructPath, address, rule, remediation } = head.item;
  const places = [source, constructPath, address, `rule ${rule}`].flatMap((place) =>
    place ? [name(place)] : [],
  );
  return [
    riskWords(head, paint),
    `  ${paint.dim(places.join(' · '))}`,
    ...(remediation === '' ? [] : [`  Not meant? ${visible(remediation)}`]),
    ...followers.map((finding) => `    ${riskWords(finding, paint)}`),
  ];
}

function riskWords({ item, environments }: Grouped<ReviewFinding>, paint: Paint): string {
  const { severity, subject, message, before, after } = item;
  const where = environments.length > 0 ? ` (${environments.map(name).join(', ')})` : '';
  const values =
    before === undefined && after === undefined
      ? ''
      : ` [${name(before ?? 'not set')} -> ${name(after ?? 'not set')}]`;
  return `${paint.bold(severityWord(severity, paint))} ${paint.bold(name(subject))}${where}: ${visible(message)}${values}`;
}
