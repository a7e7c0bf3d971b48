import {
  differences,
  posture,
  SEVERITIES,
  type Finding,
  type Located,
  type ReadPlans,
} from '@gatehouse/surface';

/**
 * What is wrong with a change: what it makes worse (differences), and what is wrong afterwards that was not before
 * (posture). Where both speak of one place, the difference says it better.
 */
export function findingsOf(read: ReadPlans): Finding[] {
  const different = differences(read);
  const told = new Set(different.map(placeOf));
  const moves = movesOf(read);
  const before = new Set(posture(read.before).map((finding) => keyOf(finding, moves.get(placeOf(finding)))));
  const added = posture(read.after).filter(
    (finding) => !before.has(keyOf(finding)) && !told.has(placeOf(finding)),
  );
  return [...different, ...added].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || order(placeOf(a), placeOf(b)),
  );
}

const placeOf = ({ stack, address }: Located): string => `${stack ?? ''}\n${address}`;
const keyOf = (finding: Finding, place = placeOf(finding)): string => `${finding.rule}\n${place}`;

/** Something that is only moved was wrong before, at its old address. */
const movesOf = ({ plans }: ReadPlans): ReadonlyMap<string, string> =>
  new Map(
    plans
      .flatMap(({ changes }) => changes)
      .flatMap((change) =>
        change.previousAddress === undefined
          ? []
          : [[placeOf({ ...change, address: change.previousAddress }), placeOf(change)]],
      ),
  );
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
