import type { Risk } from '../../model/review';
import { visible } from '../../text/visible';
import { severityCounts } from '../../text/words';
import type { Grouped } from '../grouped';
import type { Family, Sections } from '../sections';
import { name } from './name';
import { severityWord, type Paint } from './paint';

/** More than that nobody reads here; the other views have all. */
const MOST_RISKS = 100;

export function riskLines(risks: Sections['risks'], paint: Paint): string[] {
  const rest = risks.slice(MOST_RISKS).flatMap(({ head, followers }) => [head, ...followers]);
  return [
    ...risks.slice(0, MOST_RISKS).flatMap((family) => familyLines(family, paint)),
    ...(rest.length > 0 ? [`... and ${severityCounts(rest.map(({ item }) => item))} more`] : []),
  ];
}

function familyLines({ head, followers }: Family<Grouped<Risk>>, paint: Paint): string[] {
  const { source, constructPath, address, rule, advice } = head.item;
  const places = [source, constructPath, address, `rule ${rule}`].flatMap((place) =>
    place ? [name(place)] : [],
  );
  return [
    riskWords(head, paint),
    `  ${paint.dim(places.join(' · '))}`,
    ...(advice === '' ? [] : [`  Not meant? ${visible(advice)}`]),
    ...followers.map((risk) => `    ${riskWords(risk, paint)}`),
  ];
}

function riskWords({ item, environments }: Grouped<Risk>, paint: Paint): string {
  const { severity, subject, message, before, after } = item;
  const where = environments.length > 0 ? ` (${environments.map(name).join(', ')})` : '';
  const values =
    before === undefined && after === undefined
      ? ''
      : ` [${name(before ?? 'not set')} -> ${name(after ?? 'not set')}]`;
  return `${paint.bold(severityWord(severity, paint))} ${paint.bold(name(subject))}${where}: ${visible(message)}${values}`;
}
