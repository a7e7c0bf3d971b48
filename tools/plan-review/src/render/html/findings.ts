import { suppressionFor } from '@gatehouse/surface';
import type { SuppressedFinding, ReviewFinding } from '../../model/review';
import type { Grouped } from '../grouped';
import { membersOf, placesOf, type Family, type Sections } from '../sections';
import { severityCounts } from '../../text/words';
import { code, text } from './escape';

export function findingSection({ findings }: Sections): string {
  if (findings.length === 0) return '';
  return `<section aria-labelledby="findings">
<h2 id="findings">Findings <small>${severityCounts(membersOf(findings).map(({ item }) => item))}</small></h2>
${findings.map(card).join('\n')}
</section>`;
}

/** What was accepted, what is expected, and suppressions that match nothing. */
export function acceptedSection({ suppressed, expected, standing, unused }: Sections): string {
  return [
    folded('Suppressed', suppressed.map(suppressedItem)),
    folded(
      'Expected',
      expected.map((finding) => `<li data-row="expected">${line(finding)}</li>`),
    ),
    folded(
      'Suppressed in the environment file',
      standing.map(
        ({ item, environments }) =>
          `<li>${code(item.rule)} <span class="soft">${text(environments.join(', '))}</span><br><span class="soft">Reason: ${text(item.reason)}</span></li>`,
      ),
    ),
    folded(
      'Unused suppressions',
      unused.map(({ item }) =>
        item.problem === undefined
          ? `<li>${code(item.rule)} ${code(item.address ?? '')}: remove it from the environment file</li>`
          : `<li>${text(item.problem)}</li>`,
      ),
    ),
  ].join('\n');
}

const folded = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<details class="stack"><summary>${title} <span class="soft">${items.length}</span></summary><ul>\n${items.join('\n')}\n</ul></details>`;

function card({ head, followers, alike }: Family<Grouped<ReviewFinding>>): string {
  const { item } = head;
  const follow = followers.map((finding) => `<li data-row="${finding.item.severity}">${line(finding)}</li>`);
  return `<article class="card ${item.severity}" data-row="${item.severity}">
${tag(item)}<h3>${code(item.subject)}</h3> ${where(head)}
<p>${text(item.message)}${values(item)}</p>
<p class="soft">${places(item)}</p>
${alike.length === 0 ? '' : `<details class="soft"><summary>The same for ${alike.length} more</summary><ul>\n${alike.map(alikeItem).join('\n')}\n</ul></details>`}
${item.remediation === '' ? '' : `<p class="soft">If unintended: ${text(item.remediation)}</p>`}
<details class="soft"><summary>Accept</summary>${code(suppressionFor(item))}</details>
${follow.length === 0 ? '' : `<ul aria-label="What follows from it">\n${follow.join('\n')}\n</ul>`}
</article>`;
}

const alikeItem = ({ item }: Grouped<ReviewFinding>): string =>
  `<li data-row="${item.severity}">${code(item.subject)} ${code(item.address)}</li>`;

const suppressedItem = (finding: Grouped<SuppressedFinding>): string =>
  `<li data-row="${finding.item.severity}">${line(finding)}<br><span class="soft">Reason: ${text(finding.item.reason)}</span></li>`;

const line = (finding: Grouped<ReviewFinding>): string =>
  `${tag(finding.item)} ${code(finding.item.subject)} ${where(finding)} ${text(finding.item.message)}${values(finding.item)}`;

const tag = ({ severity }: ReviewFinding): string => `<span class="tag ${severity}">${severity}</span>`;

const where = ({ environments }: Grouped<ReviewFinding>): string =>
  environments.length === 0 ? '' : `<span class="soft">${text(environments.join(', '))}</span>`;

const values = ({ before, after }: ReviewFinding): string =>
  before === undefined && after === undefined ? '' : ` ${code(before ?? 'not set')} → ${code(after ?? 'not set')}`;

const places = (finding: ReviewFinding): string =>
  [...placesOf(finding).map(code), `rule ${code(finding.rule)}`].join(' · ');
