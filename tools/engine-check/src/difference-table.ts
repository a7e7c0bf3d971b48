import { type Comparison, type Difference, ENGINE_VERSION, type Path } from './compare';
import { code, table } from './markdown';

/** Differences of synthesized JSON by resource and attribute, stacks with the same one in one row. */
export function differenceTable(differences: readonly Difference[]): string {
  const rows = new Map<string, { cells: string[]; places: string[] }>();
  for (const difference of differences) {
    const { where, attribute } = addressOf(difference.path);
    const cells = [where, attribute, shown(difference, 'before'), shown(difference, 'after')];
    const row = rows.get(cells.join('\0')) ?? { cells, places: [] };
    row.places.push(placeOf(difference.file));
    rows.set(cells.join('\0'), row);
  }
  return table(
    ['where', 'attribute', 'before', 'after', 'in'],
    [...rows.values()].map(({ cells, places }) => [...cells, [...new Set(places)].join(', ')]),
  );
}

/** Which fields were not compared, and what stood there. */
export function ignoredLines({ ignored, files }: Comparison): string {
  const fields = Object.entries(ENGINE_VERSION).map(([file, path]) => {
    const found = ignored.filter((each) => each.file.endsWith(file));
    const values = new Set(found.map(({ before, after }) => `${code(before)} → ${code(after)}`));
    const what =
      found.length === 0 ? 'the same everywhere' : `${[...values].join(', ')} in ${found.length} files`;
    return `- ${code(file)}, ${code(path.join('.'))}, the version of the engine: ${what}`;
  });
  return [`${files} files compared by value. May differ, and nothing else:`, '', ...fields].join('\n');
}

/** Splits a path into a Terraform address and what is below it. */
export function addressOf(path: Path): { where: string; attribute: string } {
  const [block = 'the file', type, name] = path;
  const length = block === 'resource' ? 3 : block === 'data' ? 3 : 1;
  const address = block === 'resource' ? [type, name] : path.slice(0, length);
  const attribute = path
    .slice(length)
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('');
  return {
    where: path.length === 0 ? 'the file' : address.join('.'),
    attribute: attribute.replace(/^\./, ''),
  };
}

/** The stack of a file, otherwise its path. */
const placeOf = (file: string): string => /stacks[\\/]([^\\/]+)[\\/]cdk\.tf\.json$/.exec(file)?.[1] ?? file;

function shown(difference: Difference, side: 'before' | 'after'): string {
  if (!(side in difference)) return 'absent';
  const text = JSON.stringify(difference[side]);
  return code(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
