import type { Expected } from './change';
import { type Change, isDangerous } from './change';

const HEAD = ['change', 'what somebody does', 'kind', 'the review must say', 'and says'];

/** One row for each change, as it stands in docs/review-catalogue.md. */
export const table = (
  rows: readonly { readonly change: Change; readonly found: readonly string[] }[],
): string =>
  [HEAD, HEAD.map(() => '---'), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const cellsOf = ({ change, found }: { readonly change: Change; readonly found: readonly string[] }) => [
  `\`${change.id}\``,
  change.title,
  isDangerous(change) ? 'dangerous' : 'harmless',
  listed(change.expected),
  listed(found),
];

/** Rules as links are written: `critical` route-public. */
export const listed = (findings: readonly (Expected | string)[]): string =>
  findings.length === 0 ? 'nothing' : [...findings].sort().join('<br>');
