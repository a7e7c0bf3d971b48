import { groupBy } from '../../group-by';
import type { Path } from './model';

/** A way through a listener on which callers no longer sign in. */
export interface OpenedPath {
  readonly path: Path;
  /** The rule with sign-in for the same targets that requests now do not come to. Absent: the path itself asked for it. */
  readonly skipped?: Path;
}

export function openedPaths(was: readonly Path[], now: readonly Path[]): readonly OpenedPath[] {
  const before = new Map(was.map((path) => [placeOf(path), path]));
  const guards = guardsByTarget(was);
  const later = guardsByTarget(now);
  return now
    .filter((path) => !path.signIn && path.targets.length > 0)
    .flatMap((path): readonly OpenedPath[] => {
      const old = before.get(placeOf(path));
      if (old?.signIn && old.targets.length > 0) return [{ path }];
      const skipped = skippedGuard(path, later);
      // Or there was nothing to skip.
      if (skipped === undefined || !path.targets.some((target) => guards.has(target))) return [];
      // It came first before, too.
      return old !== undefined && skippedGuard(old, guards) !== undefined ? [] : [{ path, skipped }];
    });
}

const placeOf = ({ at }: Path): string => `${at.stack} ${at.address}`;

const guardsByTarget = (paths: readonly Path[]): ReadonlyMap<string, readonly Path[]> => {
  const each = paths.filter(({ signIn }) => signIn).flatMap((path) => path.targets.map((target) => ({ target, path })));
  return new Map(
    [...groupBy(each, ({ target }) => target)].map(([target, all]) => [target, all.map(({ path }) => path)]),
  );
};

/** A rule with sign-in for the same targets that requests do not come to: it is tried later, or is of another listener. */
const skippedGuard = (path: Path, guards: ReadonlyMap<string, readonly Path[]>): Path | undefined =>
  path.targets
    .flatMap((target) => guards.get(target) ?? [])
    .find((guard) => guard.listener !== path.listener || guard.priority > path.priority);
