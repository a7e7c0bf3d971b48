import { type Edge } from './access';

const ROW = 34;
const BOX = 26;
const GAP = 110;

interface Column {
  readonly names: readonly string[];
  readonly left: number;
  readonly width: number;
}

/** Who on the left, what on the right, a line between: an SVG that follows the reader's light or dark. */
export function picture(title: string, edges: readonly Edge[]): string {
  const who = column(
    edges.map((edge) => edge.who),
    8,
  );
  const what = column(
    edges.map((edge) => edge.what),
    who.left + who.width + GAP,
  );
  const width = what.left + what.width + 8;
  const height = Math.max(who.names.length, what.names.length) * ROW + 8;
  const open = new Set(edges.filter((edge) => edge.open).map((edge) => edge.who));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${STYLE}</style>`,
    ...edges.map((edge) => line(edge, who, what, height)),
    ...who.names.map((name) => box(name, who, height, open.has(name) ? 'open' : 'who')),
    ...what.names.map((name) => box(name, what, height, 'what')),
    '</svg>\n',
  ].join('\n');
}

const STYLE =
  'text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:#1f2328}rect{fill:#f6f8fa;stroke:#8c959f}.open{stroke:#bc4c00;fill:#fff1e5}path{fill:none;stroke:#8c959f}path.open{stroke:#bc4c00;fill:none}' +
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#161b22;stroke:#6e7681}.open{fill:#3d2200;stroke:#f0883e}path{stroke:#6e7681}path.open{stroke:#f0883e}}';

function column(all: readonly string[], left: number): Column {
  const names = [...new Set(all)];
  return { names, left, width: Math.ceil(Math.max(...names.map(({ length }) => length)) * 7.3) + 20 };
}

/** The middle of a row; the shorter column stands in the middle of the longer one. */
function middle(name: string, { names }: Column, height: number): number {
  return height / 2 + (names.indexOf(name) - (names.length - 1) / 2) * ROW;
}

function box(name: string, { left, width, ...rest }: Column, height: number, kind: string): string {
  const y = middle(name, { left, width, ...rest }, height);
  return `<rect class="${kind}" x="${left}" y="${y - BOX / 2}" width="${width}" height="${BOX}" rx="6"/><text x="${left + 10}" y="${y + 4}">${escape(name)}</text>`;
}

function line({ who, what, open }: Edge, from: Column, to: Column, height: number): string {
  const [x, y] = [from.left + from.width, middle(who, from, height)];
  const end = middle(what, to, height);
  const half = x + GAP / 2;
  return `<path${open ? ' class="open"' : ''} d="M${x} ${y}C${half} ${y} ${half} ${end} ${to.left} ${end}"/>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
