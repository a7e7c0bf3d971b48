import type { ChangeReview } from '../model/review';

/** The arguments of a change with what may be shown of their values; last the names of those without. */
export function argumentsOf(
  { action, attributes, changed }: ChangeReview,
  say: (text: string) => string,
  arrow: string,
): (readonly [name: string, value: string])[] {
  if (action === 'delete') return [];
  const known = new Set(attributes.map(({ name }) => name.split('.')[0]));
  // Of a new resource all arguments differ.
  const others = action === 'update' ? changed.filter((name) => !known.has(name)) : [];
  return [
    ...attributes.map(({ name, before = '(not set)', after }) => {
      const value = action === 'create' ? say(after ?? '') : `${say(before)} ${arrow} ${say(after ?? '(not set)')}`;
      return [say(name), value] as const;
    }),
    ...(others.length > 0 ? [['also', say(others.join(', '))] as const] : []),
  ];
}
