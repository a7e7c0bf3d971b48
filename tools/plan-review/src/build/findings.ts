import {
  bySeverity,
  differences,
  type Finding,
  findingsOf,
  isAsSevere,
  movedPlaces,
  placeOf,
  type ReadPlans,
  type Rule,
  type RuleSet,
  suppress,
  type Suppressed,
  type Suppression,
  suppressionsOf,
  type Tier,
} from '@gatehouse/surface';
import { eachFactOnce } from './each-fact-once';

export interface Terms {
  readonly rules: RuleSet;
  /** Of the environment file. */
  readonly suppressions: readonly Suppression[];
  /** Of a `--policy` file, where each unused one is reported: `check` does not read it. */
  readonly listed: readonly Suppression[];
  /** @default - the limits that hold at every tier */
  readonly tier?: Tier;
}

/**
 * What is wrong with a change: what it makes worse (differences), and what is wrong afterwards that was not before
 * (posture, refusals). One fact at one place is one finding; one that is suppressed silences nothing but itself.
 */
export function reviewFindings(read: ReadPlans, { rules, suppressions, listed, tier }: Terms): Suppressed {
  const stacks = read.plans.flatMap(({ stack }) => stack ?? []);
  const all = [...suppressions, ...listed, ...suppressionsOf(rules, stacks)];
  const worse = differences(read, rules.difference);
  const states = added(read, [...rules.posture, ...rules.refusal], tier, newFacts(worse, rules));
  const found = [...worse, ...states];
  const { open, suppressed, unused, missed } = suppress(found, all, rules.all);
  const known = new Set(rules.all.map(({ id }) => id));
  const evaluated = new Set(rules.difference.map(({ id }) => id));
  return {
    open: eachFactOnce(open, rules).sort(bySeverity),
    suppressed: suppressed.sort(bySeverity),
    // Posture rules look at what is new in this plan alone, and only `check` sees whether a team's pattern is of use.
    unused: [
      ...unused.filter((entry) => suppressions.includes(entry) && (evaluated.has(entry.rule) || missed.has(entry))),
      ...listed.filter((entry) => unused.includes(entry) || !known.has(entry.rule)),
    ],
    missed,
  };
}

type StateRule = Rule<'posture'> | Rule<'refusal'>;

/** `public-route <place>`: what a route at its old address is for callers to whom its new path is a new route. */
function newFacts(worse: readonly Finding[], { difference }: RuleSet): ReadonlySet<string> {
  const facts = difference.find(({ id }) => id === NEW_ROUTE)?.sameFactAs ?? [];
  const routes = worse.filter(({ rule }) => rule === NEW_ROUTE);
  return new Set(routes.flatMap((route) => facts.map((fact) => `${fact} ${placeOf(route)}`)));
}

const NEW_ROUTE = 'new-public-route';

function added(
  read: ReadPlans,
  rules: readonly StateRule[],
  tier: Tier | undefined,
  newFacts: ReadonlySet<string>,
): Finding[] {
  const moves = movedPlaces(read);
  const created = new Set(
    read.plans.flatMap(({ changes }) => changes.filter(({ action }) => action === 'create').map(placeOf)),
  );
  const milder = (finding: Finding): Finding =>
    isAsSevere(finding.severity, 'medium') && created.has(placeOf(finding))
      ? { ...finding, severity: 'medium' }
      : finding;
  const evaluated = rules.filter(({ onlyAt }) => onlyAt === undefined || onlyAt === tier);
  return evaluated.flatMap((rule) => {
    const found = findingsOf(
      rule,
      () => {
        const after = rule.find(read.after, tier);
        if (after.length === 0) return [];
        // In a large estate nearly all of it was wrong before, so only what is new is made into findings.
        const before = rule.find(read.before, tier).map(({ at }) => moves.get(placeOf(at)) ?? placeOf(at));
        const known = new Set(before);
        const isNew = (place: string) => !known.has(place) || newFacts.has(`${rule.id} ${place}`);
        return after.filter(({ at }) => isNew(placeOf(at)));
      },
      tier,
    );
    return rule.isHardening ? found.map(milder) : found;
  });
}
