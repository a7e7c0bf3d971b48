import type { AccessRow } from '../../model/review';
import type { Sections } from '../sections';
import { code, text } from './escape';

/** Route by route: who may call it before, and who after. */
export function accessSection({ access: rows, namesApis }: Sections): string {
  if (rows.length === 0) return '';
  const named = rows.some(({ environments }) => environments.length > 0);
  const body = rows.map(
    ({ item, environments }) => `<tr data-row="${SEVERITY[item.effect] ?? 'none'}">
<th scope="row">${code(item.route)}</th>
<td><span class="tag ${item.effect}">${item.effect}</span></td>
<td data-label="Before">${who(item.before)}</td>
<td class="arrow" aria-hidden="true">→</td>
<td data-label="After">${who(item.after)}${reason(item)}</td>
${namesApis ? `<td data-label="API">${text(item.api)}</td>\n` : ''}${named ? `<td data-label="Where">${text(environments.join(', '))}</td>\n` : ''}</tr>`,
  );
  return `<section aria-labelledby="access">
<h2 id="access">Who may call what <small>${rows.length} changed</small></h2>
<div class="wide"><table class="access">
<thead><tr><th scope="col">Route</th><th scope="col">Effect</th><th scope="col">Before</th><td></td><th scope="col">After</th>${namesApis ? '<th scope="col">API</th>' : ''}${named ? '<th scope="col">Where</th>' : ''}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>
</section>`;
}

/** So that the filter of severities finds routes, too. */
const SEVERITY: Readonly<Partial<Record<AccessRow['effect'], string>>> = {
  opened: 'critical',
  loosened: 'high',
  unclear: 'high',
};

function who(words: string | undefined): string {
  if (words === undefined) return '<span class="who absent">–</span>';
  const kind = words.startsWith('anyone') ? ' open' : /known after apply|no one can tell/.test(words) ? ' unclear' : '';
  return `<span class="who${kind}">${text(words)}</span>`;
}

const reason = ({ customCallers, iamCallers = customCallers, publicReason = iamCallers }: AccessRow): string =>
  publicReason === undefined ? '' : `<br><span class="soft">${text(publicReason)}</span>`;
