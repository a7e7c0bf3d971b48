import {
  acknowledge,
  differenceRules,
  differences,
  posture,
  postureRules,
  SEVERITIES,
  type Acknowledged,
  type Acknowledgement,
  type Finding,
  type Located,
  type ReadPlans,
} from '@gatehouse/surface';
import { placeOf, placesOfMoves } from './place';

/**
 * What is wrong with a change: what it makes worse (differences), and what is wrong afterwards that was not before
 * (posture). Where an open difference speaks of the same thing at least as loudly, it says it better; one that is
 * acknowledged silences nothing but itself.
 */
export function findRisks(read: ReadPlans, acknowledgements: readonly Acknowledgement[]): Acknowledged {
  // That the rules of posture have nothing to say is no news: only those of this change are looked at.
  const different = acknowledge(differences(read), acknowledgements, differenceRules);
  const added = acknowledge(addedPosture(read), acknowledgements);
  const told = loudest(different.open);
  const untold = added.open.filter(
    (finding) => !keysOf(finding).some((key) => (told.get(key) ?? Infinity) <= rank(finding)),
  );
  return {
    open: [...different.open, ...untold].sort(inOrder),
    acknowledged: [...different.acknowledged, ...added.acknowledged].sort(inOrder),
    idle: different.idle,
  };
}

function addedPosture(read: ReadPlans): Finding[] {
  const after = posture(read.after);
  if (after.length === 0) return after;
  const moves = placesOfMoves(read);
  // Of what was wrong before only rule and place matter.
  const before = new Set<string>();
  for (const rule of postureRules) {
    for (const { at } of rule.check(read.before))
      before.add(`${rule.id}\n${moves.get(placeOf(at)) ?? placeOf(at)}`);
  }
  return after.filter((finding) => !before.has(`${finding.rule}\n${placeOf(finding)}`));
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
