import { type RoleStatement } from './rights';

/**
 * The same permissions in as few statements: what is about the same resources under the same condition is one, and then
 * what has the same actions. Everything sorted, so that the order in which it was found does not show.
 */
export function mergeStatements(statements: readonly RoleStatement[]): RoleStatement[] {
  const byResources = groupBy(statements, ({ resources, condition }) => [uncovered(resources), condition ?? null]);
  const oneEach = byResources.map(([first, ...rest]) => ({
    ...first,
    resources: uncovered(first.resources),
    actions: sorted([first, ...rest].flatMap(({ actions }) => actions)),
  }));
  const byActions = groupBy(oneEach, ({ actions, condition }) => [actions, condition ?? null]);
  return byActions
    .map(([first, ...rest]) => ({
      ...first,
      resources: uncovered([first, ...rest].flatMap(({ resources }) => resources)),
    }))
    .sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other)));
}

export const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compare);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Without what another one covers: `topic-*` covers `topic-a`. */
function uncovered(resources: readonly string[]): string[] {
  const all = sorted(resources);
  const covers = (pattern: string, other: string): boolean =>
    pattern !== other && pattern.endsWith('*') && other.startsWith(pattern.slice(0, -1));
  return all.filter((resource) => !all.some((other) => covers(other, resource)));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => unknown): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
