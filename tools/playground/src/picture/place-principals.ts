import { type Principal } from '../contract';
import { type PlacedGroup, type PlacedPrincipal } from './layout';
import { anchorOf, GAP, LINE, PAD } from './measures';
import { wrapped } from './text';

/** Each near the middle of what it calls, in the order given, none over another. */
export function placePrincipals(
  principals: readonly Principal[],
  groups: readonly PlacedGroup[],
  width: number,
): PlacedPrincipal[] {
  const placed = principals.map((principal): PlacedPrincipal => {
    const name = wrapped(principal.name, width - 2 * PAD - 3, 'bold');
    const detail = principal.detail === undefined ? [] : wrapped(principal.detail, width - 2 * PAD - 3);
    const own = groups.filter((group) => group.principals.includes(principal.id));
    const height = (name.length + detail.length) * LINE + 2 * PAD;
    const middle = own.reduce((sum, group) => sum + anchorOf(group), 0) / Math.max(1, own.length);
    const calls = own.reduce((sum, group) => sum + group.routes.length, 0);
    return { principal, name, detail, calls, x: 1, y: own.length > 0 ? middle - height / 2 : 0, width, height };
  });
  const bottom = Math.max(0, ...groups.map(({ height, y }) => y + height));
  return withoutOverlap(placed, bottom);
}

/** Down where two would overlap, and up again where the last one would be below everything. */
function withoutOverlap(boxes: readonly PlacedPrincipal[], bottom: number): PlacedPrincipal[] {
  const down: PlacedPrincipal[] = [];
  let least = 1;
  for (const box of boxes) {
    const y = Math.max(least, box.y);
    down.push({ ...box, y });
    least = y + box.height + GAP;
  }
  let most = Math.max(bottom, boxes.reduce((sum, { height }) => sum + height + GAP, 1) - GAP);
  for (const [index, box] of [...down.entries()].reverse()) {
    const y = Math.round(Math.min(box.y, most - box.height));
    down[index] = { ...box, y };
    most = y - GAP;
  }
  return down;
}
