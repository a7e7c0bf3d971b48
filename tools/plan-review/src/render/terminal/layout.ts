import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** The lines of each row of a table; columns are as wide as they need, the widest ones narrower when the terminal is. */
export function columns(rows: readonly (readonly string[])[], width: number): string[][] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const needed = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const widths = fitted(needed, width - GAP.length * (count - 1));
  return rows.map((row) => {
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

/** A line, and what does not fit into it as lines below with the same indent, two columns at least. */
export function fold(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const hanging = indent || '  ';
  return wrapped(line.slice(indent.length), Math.max(NARROWEST, width - hanging.length)).map((each, index) =>
    index === 0 ? `${indent}${each}` : `${hanging}${each}`,
  );
}

const GAP = '  ';
const NARROWEST = 8;

const wrapped = (text: string, width: number): string[] =>
  widthOf(text) <= width ? [text] : wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');

/** Far the most lines are plain: nothing to measure. */
const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));
const PLAIN = /^[\x20-\x7e]*$/;

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

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
