import { type Finding, isAsSevere, placeOf, type RuleSet } from '@gatehouse/surface';

/**
 * Of a difference and the same fact as it stands afterwards, at one place: the more severe one, or the difference. What
 * is wrong with the replacement of a lost resource was wrong before, so the loss stands for all that is no worse.
 */
export function eachFactOnce(findings: readonly Finding[], { difference, posture }: RuleSet): Finding[] {
  const facts = new Map(difference.map(({ id, sameFactAs = [] }) => [id, sameFactAs]));
  const losses = new Set(difference.filter(({ isLoss }) => isLoss).map(({ id }) => id));
  const states = new Set(posture.map(({ id }) => id));
  // Numbers for the long texts of places: there are thousands of findings.
  const numbers = new Map<string, number>();
  const numberOf = (place: string): number => {
    const known = numbers.get(place) ?? numbers.size;
    if (known === numbers.size) numbers.set(place, known);
    return known;
  };
  const places = new Map(findings.map((finding) => [finding, placesOf(finding).map(numberOf)]));
  const keysOf = (rule: string, finding: Finding) => (places.get(finding) ?? []).map((place) => `${rule} ${place}`);
  const byFact = new Map<string, Finding[]>();
  const add = (key: string, finding: Finding) => {
    const known = byFact.get(key);
    if (known) known.push(finding);
    else byFact.set(key, [finding]);
  };
  for (const finding of findings) {
    const rules = losses.has(finding.rule) ? [ANY] : (facts.get(finding.rule) ?? []);
    for (const rule of rules) for (const key of keysOf(rule, finding)) add(key, finding);
  }
  const repeated = new Set<Finding>();
  for (const finding of findings) {
    if (!states.has(finding.rule)) continue;
    const keys = [...keysOf(finding.rule, finding), ...keysOf(ANY, finding)];
    for (const other of keys.flatMap((key) => byFact.get(key) ?? [])) {
      if (isAsSevere(other.severity, finding.severity)) repeated.add(finding);
      else if (!losses.has(other.rule)) repeated.add(other);
    }
  }
  return findings.filter((finding) => !repeated.has(finding));
}

/** In place of a rule: whatever a posture rule reports there. */
const ANY = '*';

/** By place, and by what a person calls it: the limit of a stage is a resource of its own. */
const placesOf = (finding: Finding): readonly string[] => [
  placeOf(finding),
  `${finding.stack ?? ''}\nsubject ${finding.subject}`,
];
