import { Terminal, type IBufferCell, type IBufferLine } from '@xterm/headless';

export interface TerminalPicture {
  /** What was typed. */
  readonly command: string;
  /** What was printed, with its escape sequences. */
  readonly output: string;
  /** @default 100 */
  readonly columns?: number;
}

const CELL = { width: 8, height: 18 };
const MARGIN = { x: 16, top: 40, bottom: 14 };
const MOST_LINES = 500;

/** A terminal window as SVG; xterm.js reads the escape sequences, so it shows what a terminal shows. */
export async function terminalSvg({ command, output, columns = 100 }: TerminalPicture): Promise<string> {
  const size = { cols: columns, rows: MOST_LINES };
  const terminal = new Terminal({ ...size, convertEol: true, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(`\x1b[1m$ ${command}\x1b[0m\n${output.trimEnd()}`, done));
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let y = 0; y <= buffer.cursorY; y++) {
    const line = buffer.getLine(y);
    const runs = line ? runsOf(line) : [];
    lines.push(runs.map((run) => tspan(run, y)).join(''));
  }
  terminal.dispose();
  const width = 2 * MARGIN.x + columns * CELL.width;
  const height = MARGIN.top + lines.length * CELL.height + MARGIN.bottom;
  const texts = lines.filter((line) => line !== '').map((line) => `<text>${line}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`Terminal: ${command}`)}">
<style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e6edf3;white-space:pre}.b{font-weight:700}.d{fill:#8b949e}.c1{fill:#ff7b72}.c2{fill:#56d364}.c3{fill:#e3b341}.c4{fill:#79c0ff}.c5{fill:#d2a8ff}.c6{fill:#76e3ea}</style>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
<g fill="#30363d"><circle cx="20" cy="18" r="6"/><circle cx="40" cy="18" r="6"/><circle cx="60" cy="18" r="6"/></g>
${texts.join('\n')}
</svg>
`;
}

interface Run {
  readonly x: number;
  readonly style: string;
  text: string;
}

/** Neighbours of one style, without the spaces at the end. */
function runsOf(line: IBufferLine): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < line.length; x++) {
    const cell = line.getCell(x);
    if (!cell || cell.getWidth() === 0) continue;
    const style = styleOf(cell);
    const last = runs.at(-1);
    const characters = cell.getChars() || ' ';
    if (last?.style === style) last.text += characters;
    else runs.push({ x, style, text: characters });
  }
  while (runs.at(-1)?.text.trim() === '') runs.pop();
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs;
}

function styleOf(cell: IBufferCell): string {
  const color = cell.isFgPalette() ? `c${cell.getFgColor() % 8}` : '';
  return [cell.isBold() ? 'b' : '', cell.isDim() ? 'd' : '', color].filter(Boolean).join(' ');
}

function tspan({ x, style, text }: Run, y: number): string {
  const left = MARGIN.x + x * CELL.width;
  // The reader's font may be wider: the text is fitted to its cells.
  const fit = `textLength="${[...text].length * CELL.width}" lengthAdjust="spacingAndGlyphs"`;
  const name = style === '' ? '' : ` class="${style}"`;
  return `<tspan x="${left}" y="${MARGIN.top + (y + 0.8) * CELL.height}"${name} ${fit}>${escaped(text)}</tspan>`;
}

const escaped = (text: string): string => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
