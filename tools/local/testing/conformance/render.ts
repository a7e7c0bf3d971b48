import { type Areas, type RowText } from './row';

/** Rows that one test file proves. */
export interface Suite {
  /** From the root of the repository. */
  readonly test: string;
  readonly areas: Areas;
}

export interface ConformanceDocument {
  /** From the root of the repository. */
  readonly file: string;
  readonly title: string;
  /** Says what the rows are about. */
  readonly about: string;
  readonly suites: readonly Suite[];
}

/** The Markdown of a document: a table for each area, a line for each row. */
export function render({ file, title, about, suites }: ConformanceDocument): string {
  const rows = rowsOf(suites);
  const differing = rows.filter(({ differs }) => differs !== undefined).length;
  const lines = [
    `# ${title}`,
    '<!-- Written by `npm run conformance`. -->',
    about,
    `${rows.length} behaviours, each with its source and a test of that name. ${differing} differ from AWS on purpose; the last column says why.`,
    ...suites.flatMap(({ test, areas }) =>
      Object.entries(areas).flatMap(([area, list]) => [
        `## ${area}`,
        `Proven by [${nameOf(test)}](${linkTo(file, test)}).`,
        table(list),
      ]),
    ),
  ];
  return `${lines.join('\n\n')}\n`;
}

export const rowsOf = (suites: readonly Suite[]): readonly RowText[] =>
  suites.flatMap(({ areas }) => Object.values(areas).flat());

const table = (rows: readonly RowText[]): string =>
  [
    '| behaviour | source | differs |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ name, source, differs }) => `| ${cell(name)} | [${label(source)}](${source}) | ${cell(differs ?? '')} |`,
    ),
  ].join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/[<*_]/g, '\\$&');

const label = (url: string): string => (url.split('#')[0]!.split('/').at(-1) || url).replace(/\.html$/, '');

const nameOf = (path: string): string => path.split('/').at(-1) as string;

const linkTo = (file: string, test: string): string => '../'.repeat(file.split('/').length - 1) + test;
