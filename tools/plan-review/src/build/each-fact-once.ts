import { type Finding, isAsSevere, type RuleSet } from '@gatehouse/surface';
import { placeOf } from './place';

/**
 * Of a difference and the same fact as it stands afterwards, at one place: the more severe one, or the difference. What
 * is wrong with a thing that is made again was wrong before, so a loss stands for all of it.
 */
export function eachFactOnce(findings: readonly Finding[], { difference, posture }: RuleSet): Finding[] {
  const all = posture.map(({ id }) => id);
  const facts = new Map(difference.map(({ id, isLoss, sameFactAs = [] }) => [id, isLoss ? all : sameFactAs]));
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
      repeated.add(isAsSevere(other.severity, finding.severity) ? finding : other);
    }
  }
  return findings.filter((finding) => !repeated.has(finding));
}

/** By place, and by what a person calls it: the limit of a stage is a resource of its own. */
const keysOf = (rule: string, finding: Finding): readonly string[] => [
  `${rule}\n${placeOf(finding)}`,
  `${rule}\n${finding.stack ?? ''}\nsubject ${finding.subject}`,
];
