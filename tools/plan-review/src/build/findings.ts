import {
  suppress,
  differenceRules,
  differences,
  postureFinding,
  postureRules,
  SEVERITIES,
  type Suppressed,
  type Suppression,
  type Finding,
  type Located,
  type ReadPlans,
} from '@gatehouse/surface';
import { placeOf, placesOfMoves } from './place';

/**
 * What is wrong with a change: what it makes worse (differences), and what is wrong afterwards that was not before
 * (posture). Where an open difference speaks of the same thing at least as loudly, it says it better; one that is
 * suppressed silences nothing but itself.
 */
export function reviewFindings(read: ReadPlans, suppressions: readonly Suppression[]): Suppressed {
  // That the rules of posture have nothing to say is no news: only those of this change are looked at.
  const different = suppress(differences(read), suppressions, differenceRules);
  const added = suppress(addedPosture(read), suppressions);
  const told = loudest(different.open);
  const untold = added.open.filter(
    (finding) => !keysOf(finding).some((key) => (told.get(key) ?? Infinity) <= rank(finding)),
  );
  return {
    open: [...different.open, ...untold].sort(inOrder),
    suppressed: [...different.suppressed, ...added.suppressed].sort(inOrder),
    unused: different.unused,
  };
}

function addedPosture(read: ReadPlans): Finding[] {
  const moves = placesOfMoves(read);
  return postureRules.flatMap((rule) => {
    const after = rule.check(read.after);
    if (after.length === 0) return [];
    // In a large estate nearly all of it was wrong before, so only what is new is made into findings.
    const before = new Set(rule.check(read.before).map(({ at }) => moves.get(placeOf(at)) ?? placeOf(at)));
    return after
      .filter(({ at }) => !before.has(placeOf(at)))
      .map((violation) => postureFinding(rule, violation));
  });
}

/** By place, and by what a person calls it: the limit of a stage is a resource of its own. */
function loudest(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const loud = new Map<string, number>();
  for (const finding of findings) {
    for (const key of keysOf(finding)) loud.set(key, Math.min(rank(finding), loud.get(key) ?? Infinity));
  }
  return loud;
}

const keysOf = (finding: Finding): readonly string[] => [
  placeOf(finding),
  `${finding.stack ?? ''}\nsubject ${finding.subject}`,
];

const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

const inOrder = (a: Finding & Located, b: Finding & Located): number =>
  rank(a) - rank(b) ||
  compare(a.stack ?? '', b.stack ?? '') ||
  compare(a.address, b.address) ||
  compare(a.rule, b.rule);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
