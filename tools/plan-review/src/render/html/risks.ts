import type { AcknowledgedRisk, Risk } from '../../model/review';
import type { Grouped } from '../grouped';
import type { Family, Sections } from '../sections';
import { severityCounts } from '../../text/words';
import { code, text } from './escape';

export function riskSection({ risks }: Sections): string {
  if (risks.length === 0) return '';
  const all = risks.flatMap(({ head, followers }) => [head, ...followers]);
  return `<section aria-labelledby="risks">
<h2 id="risks">Risks <small>${severityCounts(all.map(({ item }) => item))}</small></h2>
${risks.map(card).join('\n')}
</section>`;
}

/** What was accepted, what is as it should be, and acceptances that nothing needs. */
export function acceptedSection({ acknowledged, expected, standing, idle }: Sections): string {
  return [
    folded('Acknowledged', acknowledged.map(acknowledgedItem)),
    folded(
      'As expected',
      expected.map((risk) => `<li data-row="expected">${line(risk)}</li>`),
    ),
    folded(
      'Accepted in the environment file',
      standing.map(
        ({ item, environments }) =>
          `<li>${code(item.rule)} <span class="soft">${text(environments.join(', '))}</span><br><span class="soft">Accepted: ${text(item.reason)}</span></li>`,
      ),
    ),
    folded(
      'Acknowledged without need',
      idle.map(
        ({ item }) =>
          `<li>${code(item.rule)} ${code(item.address ?? '')}: take it out of the environment file</li>`,
      ),
    ),
  ].join('\n');
}

const folded = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<details class="stack"><summary>${title} <span class="soft">${items.length}</span></summary><ul>\n${items.join('\n')}\n</ul></details>`;

function card({ head, followers }: Family<Grouped<Risk>>): string {
  const { item } = head;
  const follow = followers.map((risk) => `<li data-row="${risk.item.severity}">${line(risk)}</li>`);
  return `<article class="card ${item.severity}" data-row="${item.severity}">
${tag(item)}<h3>${code(item.subject)}</h3> ${where(head)}
<p>${text(item.message)}${values(item)}</p>
<p class="soft">${places(item)}</p>
${item.advice === '' ? '' : `<p class="soft">Not meant? ${text(item.advice)}</p>`}
${follow.length === 0 ? '' : `<ul aria-label="What follows from it">\n${follow.join('\n')}\n</ul>`}
</article>`;
}

const acknowledgedItem = (risk: Grouped<AcknowledgedRisk>): string =>
  `<li data-row="${risk.item.severity}">${line(risk)}<br><span class="soft">Accepted: ${text(risk.item.reason)}</span></li>`;

const line = (risk: Grouped<Risk>): string =>
  `${tag(risk.item)} ${code(risk.item.subject)} ${where(risk)} ${text(risk.item.message)}${values(risk.item)}`;

const tag = ({ severity }: Risk): string => `<span class="tag ${severity}">${severity}</span>`;

const where = ({ environments }: Grouped<Risk>): string =>
  environments.length === 0 ? '' : `<span class="soft">${text(environments.join(', '))}</span>`;

const values = ({ before, after }: Risk): string =>
  before === undefined && after === undefined
    ? ''
    : ` ${code(before ?? 'not set')} → ${code(after ?? 'not set')}`;

const places = ({ source, constructPath, address, rule }: Risk): string =>
  [source, constructPath, address]
    .flatMap((place) => (place === undefined || place === '' ? [] : [code(place)]))
    .concat(`rule ${code(rule)}`)
    .join(' · ');
