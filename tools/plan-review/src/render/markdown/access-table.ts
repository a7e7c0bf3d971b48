import type { AccessRow } from '../../model/review';
import type { Sections } from '../sections';
import { count } from '../../text/count';
import { code, prose } from './escape';

const EFFECTS: Readonly<Partial<Record<AccessRow['effect'], string>>> = {
  opened: '🔴 opened',
  loosened: '🟠 loosened',
  unclear: '🟠 unclear',
};

/** Who may call what, before and after. The rows come worst first, so the end can be left out. */
export function accessTable({ access: rows, namesApis }: Sections, most: number): string {
  if (rows.length === 0) return '';
  const named = rows.some(({ environments }) => environments.length > 0);
  const header = ['', 'Route', ...(namesApis ? ['API'] : []), 'Before', 'After', ...(named ? ['Where'] : [])];
  const shown = rows.slice(0, most);
  const lines = shown.map(({ item, environments }) =>
    line([
      EFFECTS[item.effect] ?? item.effect,
      code(item.route),
      ...(namesApis ? [prose(item.api)] : []),
      item.before === undefined ? '–' : prose(item.before),
      item.after === undefined ? '–' : after(item),
      ...(named ? [environments.map(prose).join(', ')] : []),
    ]),
  );
  const left = rows.length - shown.length;
  return [
    '### Who may call what',
    '',
    line(header),
    line(header.map(() => '---')),
    ...lines,
    ...(left > 0 ? ['', `… and ${count(left, 'more route')}.`] : []),
  ].join('\n');
}

function after(row: AccessRow): string {
  const { after = '', customCallers, effect, iamCallers = customCallers, publicReason = iamCallers } = row;
  const words = effect === 'opened' || after.startsWith('anyone') ? `**${prose(after)}**` : prose(after);
  return publicReason === undefined ? words : `${words} (${prose(publicReason)})`;
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
