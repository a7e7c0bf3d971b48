import type { AccessRow, EnvironmentReview, Review } from '../../model/review';
import { count } from '../../text/count';
import { visible } from '../../text/visible';
import { stackWords } from '../../text/words';
import type { Sections } from '../sections';
import { columns, fold } from './layout';
import { acceptanceOf } from '../accept';
import { name } from './name';
import { paintOf, type Paint } from './paint';
import { findingLines } from './findings';
import { stackLines } from './stack';
import { tailLines } from './tail';
import { unreviewedWords } from '../unreviewed';
import { viewOf } from '../view';

export interface TerminalOptions {
  /** @default false */
  readonly color?: boolean;
  /** Columns. @default 100 */
  readonly width?: number;
}

/** What fits a terminal: verdict, access, findings, and the changes of every stack in lines. */
export function renderTerminal(review: Review, options: TerminalOptions = {}): string {
  const { color = false } = options;
  // A terminal that does not know its width reports 0.
  const width = options.width || 100;
  const paint = paintOf(color);
  const { title, headline, environments, sections } = viewOf(review);
  const blocks = [
    [
      paint.bold(paint[VERDICTS[review.verdict]](visible(`${title}: ${headline}`))),
      ...unseen(environments),
      ...unreviewed(environments),
    ],
    accessLines(sections, paint, width),
    findingLines(sections.findings, paint),
    ...environments.flatMap(({ name, stacks }) =>
      // Below the title is why one is not reviewed.
      stacks.filter(({ status }) => status !== 'not reviewed').map((stack) => stackLines(stack, name, paint)),
    ),
    environments.flatMap((environment) => tailLines(environment)),
    hintLines(sections),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => fold(line, width)).join('\n'))
    .join('\n\n')}\n`;
}

const VERDICTS = { clean: 'green', risky: 'red', 'not reviewed': 'yellow' } as const;

/** The other views show all. */
const MOST_ROUTES = 100;

/** What a reviewer must see. */
const EFFECTS: Partial<Record<AccessRow['effect'], string>> = { opened: 'OPENED', loosened: 'LOOSENED' };

/** The entries themselves are too long for lines. */
function hintLines(sections: Sections): string[] {
  const acceptance = acceptanceOf(sections);
  return acceptance ? [`${acceptance.title} (--markdown and --html show the entries).`] : [];
}

function unreviewed(environments: readonly EnvironmentReview[]): string[] {
  const words = unreviewedWords(environments);
  return words === undefined ? [] : [`  ${words.text} ${words.types.map(name).join(', ')}`];
}

const unseen = (environments: readonly EnvironmentReview[]): string[] =>
  environments.flatMap(({ stacks }) =>
    stacks.flatMap((stack) =>
      stack.why === undefined ? [] : [`  ${name(stack.name)}: ${stackWords(stack)}. ${visible(stack.why ?? '')}`],
    ),
  );

function accessLines({ access: rows, namesApis }: Sections, paint: Paint, width: number): string[] {
  if (rows.length === 0) return [];
  const left = rows.length - MOST_ROUTES;
  const table = rows
    .slice(0, MOST_ROUTES)
    .map(({ item, environments }) => [
      name(item.route),
      ...(namesApis ? [name(item.api)] : []),
      item.before === undefined ? '(new route)' : name(item.before),
      `-> ${item.after === undefined ? '(removed)' : name(item.after)}`,
      [EFFECTS[item.effect] ?? '', ...environments.map(name)].filter(Boolean).join(' '),
    ]);
  const lines = columns(table, width - 2).flatMap((row, index) => row.map(colorOf(rows[index]?.item, paint)));
  return [
    paint.bold('Who may call what'),
    ...lines.map((line) => `  ${line}`),
    ...(left > 0 ? [`  ... and ${count(left, 'more route')}`] : []),
  ];
}

function colorOf(row: AccessRow | undefined, paint: Paint): (line: string) => string {
  if (row?.effect === 'opened' || row?.after?.startsWith('anyone')) return paint.red;
  return row?.effect === 'loosened' ? paint.magenta : (line) => line;
}
