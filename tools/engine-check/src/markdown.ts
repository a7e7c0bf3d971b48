/** A Markdown table that can also be read as it is; the first column is text, `|` and line ends in cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [titles = [], ...body] = cells;
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

const cell = (value: string | number): string =>
  String(value).replaceAll('|', '\\|').replaceAll('\r', '').replaceAll('\n', ' ');

/** Code in a sentence or cell. */
export const code = (value: unknown): string => `\`${String(value).replaceAll('`', "'")}\``;
