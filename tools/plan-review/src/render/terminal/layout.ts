import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Rows of a table in columns as wide as they need, the last ones narrower when the terminal is. */
export function columns(rows: readonly (readonly string[])[], width: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const needed = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  const widths = fitted(needed, width - GAP.length * (count - 1));
  return rows.flatMap((row) => {
    const cells = widths.map((most, column) => wrapped(row[column] ?? '', most));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => padded(cell[line] ?? '', widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  });
}

/** Lines of a paragraph, the later ones indented too. */
export const paragraph = (text: string, width: number, indent = ''): string[] =>
  wrapped(text, Math.max(NARROWEST, width - indent.length)).map((line) => `${indent}${line}`);

const GAP = '  ';
const NARROWEST = 12;

const wrapped = (text: string, width: number): string[] =>
  wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Takes from the widest until all fit. */
function fitted(needed: readonly number[], width: number): number[] {
  const widths = [...needed];
  let excess = widths.reduce((sum, each) => sum + each, 0) - width;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}
