import { isDeepStrictEqual } from 'node:util';
import { type Change, type PlanJson, type ResourceChange } from '../plan-json';

/**
 * Where a plan does something else than an earlier one of the same stack: other changes, or other values of what was known. What was
 * not known then may be anything; what was applied meanwhile may be missing.
 *
 * @returns addresses, each with what is different there
 */
export function differencesWhereKnown(earlier: PlanJson, plan: PlanJson): string[] {
  const before = new Map(changesIn(earlier).map((change) => [change.address, change]));
  return changesIn(plan).flatMap(({ address, change }) => {
    const was = before.get(address)?.change;
    if (was === undefined) return [`${address}: ${change.actions.join(' and ')}, which was not planned`];
    if (!isDeepStrictEqual(was.actions, change.actions)) {
      return [`${address}: ${change.actions.join(' and ')}; planned: ${was.actions.join(' and ')}`];
    }
    return isSame(was, change) ? [] : [`${address}: other values than planned`];
  });
}

const changesIn = ({ resource_changes: changes = [] }: PlanJson): readonly ResourceChange[] =>
  changes.filter(({ mode, change }) => mode === 'managed' && !isDeepStrictEqual(change.actions, ['no-op']));

const isSame = (was: Change, is: Change): boolean =>
  isDeepStrictEqual(was.before, is.before) && isKnownSame(was.after, is.after, was.after_unknown);

function isKnownSame(was: unknown, is: unknown, unknown: unknown): boolean {
  if (unknown === true) return true;
  if (!isOpen(unknown)) return isDeepStrictEqual(was, is);
  if (!isOpen(is) || (was !== undefined && !isOpen(was))) return false;
  const [before, after] = [was as Fields | undefined, is as Fields];
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].every((key) =>
    isKnownSame(before?.[key], after[key], (unknown as Fields)[key]),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** Objects, and lists, which may hold what is not known. */
const isOpen = (value: unknown): value is object => typeof value === 'object' && value !== null;
