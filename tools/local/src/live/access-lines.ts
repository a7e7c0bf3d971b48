import type { AccessChange } from '@gatehouse/surface';

/** A line for each: `  new      GET /reports/{id}   a signed-in user (ID token)`. */
export function accessLines(changes: readonly AccessChange[]): string[] {
  const several = new Set(changes.map(({ api }) => api)).size > 1;
  const rows = changes.map(({ after: now, api, before: was, effect, route }) => [
    effect,
    several ? `${api}: ${route}` : route,
    [was, now].filter((each) => each !== undefined).join(' → '),
  ]);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return rows.map(([effect = '', route = '', callers = '']) =>
    `  ${effect.padEnd(widths[0]!)}  ${route.padEnd(widths[1]!)}  ${callers}`.trimEnd(),
  );
}
