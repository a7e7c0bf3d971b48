import { type Finding, isAsSevere, placeOf, type RuleSet, type Severity } from '@gatehouse/surface';

/**
 * Of a difference and the same fact as it stands afterwards, at one place: the more severe one, or the difference. What
 * is wrong with the replacement of a lost resource was wrong before, so the loss stands for all that is no worse.
 */
export function eachFactOnce(findings: readonly Finding[], { difference, posture }: RuleSet): Finding[] {
  const facts = new Map(difference.map(({ id, sameFactAs = [] }) => [id, sameFactAs]));
  const losses = new Set(difference.filter(({ isLoss }) => isLoss).map(({ id }) => id));
  const states = new Set(posture.map(({ id }) => id));
  const byPlace = new Map<string, Map<string, BySeverity>>();
  const add = (rules: readonly string[], finding: Finding) => {
    if (rules.length === 0) return;
    for (const place of placesOf(finding)) {
      const there = byPlace.get(place) ?? new Map<string, BySeverity>();
      byPlace.set(place, there);
      for (const rule of rules) {
        const known: BySeverity = there.get(rule) ?? new Map<Severity, Finding[]>();
        there.set(rule, known);
        const alike = known.get(finding.severity);
        if (alike) alike.push(finding);
        else known.set(finding.severity, [finding]);
      }
    }
  };
  for (const finding of findings) add(losses.has(finding.rule) ? LOSS : (facts.get(finding.rule) ?? NOTHING), finding);
  const repeated = new Set<Finding>();
  for (const finding of findings) {
    if (!states.has(finding.rule)) continue;
    for (const place of placesOf(finding)) {
      const there = byPlace.get(place);
      if (there === undefined) continue;
      for (const known of [there.get(finding.rule), there.get(ANY)]) {
        for (const [severity, others] of known ?? NOTHING) {
          if (isAsSevere(severity, finding.severity)) repeated.add(finding);
          else {
            for (const other of others) if (!losses.has(other.rule)) repeated.add(other);
            // Each is looked at once, however many findings are worse; that some of this severity were here, stays.
            others.length = 0;
          }
        }
      }
    }
  }
  return findings.filter((finding) => !repeated.has(finding));
}

/** Many resources may be called the same. */
type BySeverity = Map<Severity, Finding[]>;

/** In place of a rule: whatever a posture rule reports there. */
const ANY = '*';
const LOSS = [ANY];
const NOTHING: readonly never[] = Object.freeze([]);

/** By place, and by what a person calls it: the limit of a stage is a resource of its own. */
const placesOf = (finding: Finding): readonly string[] => [
  placeOf(finding),
  `${finding.stack ?? ''}\nsubject ${finding.subject}`,
];
