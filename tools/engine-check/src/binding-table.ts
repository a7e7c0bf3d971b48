import { type BindingDifference } from './binding-differences';
import { code, table } from './markdown';

/** Rather a number than a list of every type. */
const MANY = 5;

/** Changes of arguments, those that concern our stacks first; the same one of several types in one row. */
export function bindingTable(differences: readonly BindingDifference[]): string {
  const rows = new Map<string, { difference: BindingDifference; types: string[] }>();
  for (const difference of [...differences].sort(byConcern)) {
    const { argument, change, ours } = difference;
    const key = JSON.stringify([argument, change, ours]);
    const row = rows.get(key) ?? { difference, types: [] };
    row.types.push(difference.type);
    rows.set(key, row);
  }
  return table(
    ['argument', 'change', 'of', 'our stacks'],
    [...rows.values()].map(({ difference: { argument, change, ours }, types }) => [
      argument === '' ? 'all' : code(argument),
      change,
      types.length > MANY ? `${types.length} types` : types.map(code).join(', '),
      ours ? '**must change**' : 'stay',
    ]),
  );
}

const byConcern = (one: BindingDifference, other: BindingDifference): number =>
  Number(other.ours) - Number(one.ours);
