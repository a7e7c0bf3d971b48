import { type Principal, type Route } from '../contract';
import { groupRoutes, type RouteGroup } from './groups';
import { anchorOf, GAP, LINE, PAD, ROW } from './measures';
import { placePrincipals } from './place-principals';
import { fitted, monoWidth, wrapped } from './text';

/** Who may call what, placed: principals on the left, routes in groups on the right, an edge where they may call. All in px. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly principals: readonly PlacedPrincipal[];
  readonly groups: readonly PlacedGroup[];
  readonly edges: readonly Edge[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedPrincipal extends Box {
  readonly principal: Principal;
  readonly name: readonly string[];
  readonly detail: readonly string[];
  /** How many routes it may call. */
  readonly calls: number;
}

export interface PlacedGroup extends Box {
  readonly title: readonly string[];
  readonly principals: readonly string[];
  readonly routes: readonly PlacedRoute[];
}

export interface PlacedRoute extends Box {
  readonly route: Route;
  /** Shortened where it would not fit. */
  readonly path: string;
  /** From the corner of the box. */
  readonly pathAt: { readonly x: number; readonly y: number };
}

export interface Edge {
  readonly principal: string;
  /** Index of the group. */
  readonly group: number;
  /** A path of SVG. */
  readonly path: string;
}

/** @param width that there is, at least 260 */
export function layout(principals: readonly Principal[], routes: readonly Route[], width: number): Picture {
  const left = Math.round(Math.min(250, Math.max(100, width * 0.27)));
  const right = Math.round(left + Math.min(150, Math.max(26, width * 0.13)));
  const verbs = Math.max(0, ...routes.map(({ method }) => monoWidth(method))) + 14;
  const groups = placeGroups(groupRoutes(principals, routes), verbs, { x: right, width: width - right });
  const placed = placePrincipals(principals, groups, left);
  const bottom = Math.max(0, ...[...groups, ...placed].map(({ height, y }) => y + height));
  return { width, height: bottom + 2, principals: placed, groups, edges: edgesOf(placed, groups) };
}

/** @param verbs width of the column of methods */
function placeGroups(
  groups: readonly RouteGroup[],
  verbs: number,
  { width, x }: Pick<Box, 'width' | 'x'>,
): PlacedGroup[] {
  let y = 1;
  return groups.map(({ principals, routes, title }) => {
    const lines = wrapped(title, width - 2 * PAD);
    const top = y + PAD + lines.length * LINE;
    const placed = placeRoutes(routes, verbs, { x: x + PAD, y: top, width: width - 2 * PAD });
    const height = Math.max(...placed.map((route) => route.y + route.height)) + 5 - y;
    const group = { x, y, width: width - 1, height, title: lines, principals, routes: placed };
    y += height + GAP;
    return group;
  });
}

/** In columns where they are many; where the path does not fit next to the method, it is below it. */
function placeRoutes(routes: readonly Route[], verbs: number, { width, x, y }: Omit<Box, 'height'>): PlacedRoute[] {
  const columns = columnsFor(routes, verbs, width);
  const rows = Math.ceil(routes.length / columns);
  const column = width / columns;
  const below = column < 200;
  const height = below ? ROW + LINE : ROW;
  return routes.map((route, index) => ({
    route,
    path: fitted(route.path, below ? column - 4 : column - verbs - 8),
    pathAt: below ? { x: 0, y: LINE + 18 } : { x: verbs, y: 18 },
    x: x + Math.floor(index / rows) * column,
    y: y + (index % rows) * height,
    width: column,
    height,
  }));
}

/** One below the other while they are few. */
function columnsFor(routes: readonly Route[], verbs: number, width: number): number {
  if (routes.length <= 8) return 1;
  const longest = Math.max(...routes.map(({ path }) => monoWidth(path))) + verbs + 16;
  return Math.max(1, Math.min(Math.floor(width / Math.min(longest, 300)), Math.ceil(routes.length / 8)));
}

function edgesOf(principals: readonly PlacedPrincipal[], groups: readonly PlacedGroup[]): Edge[] {
  return principals.flatMap(({ height, principal, width, x, y }) =>
    groups.flatMap((group, index) => {
      if (!group.principals.includes(principal.id)) return [];
      const [fromX, fromY, toX, toY] = [x + width, y + height / 2, group.x, anchorOf(group)];
      const bend = (toX - fromX) / 2;
      const path = `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`;
      return [{ principal: principal.id, group: index, path }];
    }),
  );
}
