import { type Finding, isAsSevere, type RuleSet } from '@gatehouse/surface';
import { placeOf } from './place';

/**
 * Of a difference and the same fact as it stands afterwards, at one place: the more severe one, or the difference. What is
 * wrong with the replacement of something lost was wrong with it before, or is of less concern than the loss.
 */
export function eachFactOnce(findings: readonly Finding[], { difference }: RuleSet): Finding[] {
  const rules = new Set(difference.map(({ id }) => id));
  const losses = new Set(difference.filter(({ isLoss }) => isLoss).map(({ id }) => id));
  const facts = new Map(difference.map(({ id, sameFactAs = [] }) => [id, sameFactAs]));
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
  const lost = new Map(
    findings.filter(({ rule }) => losses.has(rule)).map((loss) => [subjectOf(loss), loss]),
  );
  return findings.filter((finding) => {
    const loss = rules.has(finding.rule) ? undefined : lost.get(subjectOf(finding));
    return !repeated.has(finding) && !(loss && isAsSevere(loss.severity, finding.severity));
  });
}

const subjectOf = ({ stack = '', subject }: Finding): string => `${stack}\nsubject ${subject}`;

/** By place, and by what a person calls it: the limit of a stage is a resource of its own. */
const keysOf = (rule: string, finding: Finding): readonly string[] => [
  `${rule}\n${placeOf(finding)}`,
  `${rule}\n${subjectOf(finding)}`,
];
