import { type Finding, isAsSevere, placeOf, type RuleSet } from '@gatehouse/surface';

/**
 * Of a difference and the same fact as it stands afterwards, at one place: the more severe one, or the difference. What
 * is wrong with the replacement of a lost resource was wrong before, so the loss stands for all that is no worse.
 */
export function eachFactOnce(findings: readonly Finding[], { difference, posture }: RuleSet): Finding[] {
  const all = posture.map(({ id }) => id);
  const facts = new Map(difference.map(({ id, isLoss, sameFactAs = [] }) => [id, isLoss ? all : sameFactAs]));
  const losses = new Set(difference.filter(({ isLoss }) => isLoss).map(({ id }) => id));
  const differences = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const rule of facts.get(finding.rule) ?? []) {
      for (const key of keysOf(rule, finding)) {
        differences.set(key, [...(differences.get(key) ?? []), finding]);
      }
    }
  }
  const repeated = new Set<Finding>();
  for (const finding of findings) {
    for (const other of keysOf(finding.rule, finding).flatMap((key) => differences.get(key) ?? [])) {
      if (isAsSevere(other.severity, finding.severity)) repeated.add(finding);
      else if (!losses.has(other.rule)) repeated.add(other);
    }
  }
  return findings.filter((finding) => !repeated.has(finding));
}

/** By place, and by what a person calls it: the limit of a stage is a resource of its own. */
const keysOf = (rule: string, finding: Finding): readonly string[] => [
  `${rule}\n${placeOf(finding)}`,
  `${rule}\n${finding.stack ?? ''}\nsubject ${finding.subject}`,
];
