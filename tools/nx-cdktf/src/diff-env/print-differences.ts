import { canonical } from '../canonical';
import { type EnvironmentDifferences } from './compare-environments';
import { type Difference } from './differences';

/** The differences for people: the places that share two values, and the values below them. */
export function printDifferences({ left, right, configuration, surface }: EnvironmentDifferences): string {
  const width = Math.max(left.length, right.length);
  const line = (name: string, value: unknown): string => `    ${name.padEnd(width)}  ${shown(value)}`;
  const block = (alike: readonly Difference[]): string[] => [
    ...alike.map(({ path }) => `  ${path.join(' > ')}`),
    line(left, alike[0]?.left),
    line(right, alike[0]?.right),
  ];
  return [section('Configuration', configuration, block), section('Synthesized surface', surface, block)].join('\n\n');
}

function section(
  title: string,
  found: readonly Difference[],
  block: (alike: readonly Difference[]) => readonly string[],
): string {
  if (found.length === 0) return `${title}: no differences`;
  const count = found.length === 1 ? '1 difference' : `${found.length} differences`;
  return [`${title}: ${count}`, ...alikeTogether(found).flatMap(block)].join('\n');
}

/** One changed origin shows at every route. Lengthy values are grouped by all of them, not by what is printed. */
function alikeTogether(found: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of found) {
    const { left, right, path } = difference;
    const key = canonical([path.at(-1), left === undefined, left, right]) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups.values()];
}

/** A whole route or client would fill a page; that it is there says enough. */
const LONGEST = 160;

function shown(value: unknown): string {
  const whole = canonical(value) ?? '-';
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 3)}...`;
}
