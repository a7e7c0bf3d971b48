import { type Box, boxOf, intersection, type Point, type Search } from './box';
import { confinedIn } from './confined';
import { type PatternList } from './language/set';
import { liftedBy } from './lifted';
import { lostDenies } from './lost-denies';
import { type Rule, type RuleList } from './rule';
import { exceptions, forAnyValue, limited, type Limits, newPatterns, type RuleGain, within } from './rule-gain';
import { type Side } from './sides';
import { tuples } from './tuples';

export function gainsOf(before: Side, after: Side, search: Search, limits: Limits): RuleGain[] {
  const gains = new Map<Rule, RuleGain>();
  const denies = after.denies.rules.length === 0 ? [] : [after.denies];
  const confined = confinedIn(before, after);
  const holes = hasHoles(before) || denies.some(leavesOut);
  for (const way of after.ways) {
    for (const rules of tuples(way.map((list) => list.rules))) {
      const whole = limited(rules.map(boxOf).reduce(intersection), limits);
      const rule = newest(rules, before);
      const find = (each: Box) => outsideAll(each, before, denies, search);
      const point = find(whole) ?? (holes ? forSomeValue(whole, find) : undefined);
      const isApart = rules.length === 1 && denies.length === 0 ? apartFrom(before) : () => false;
      if (!point) continue;
      const lifted = liftedBy(rule, whole, { before, after }, find);
      const gain = { ...detailed(rule, whole, { find, isApart, confined }, point), lifted };
      gains.set(rule, joined(gains.get(rule), gain));
    }
  }
  return [...gains.values(), ...lostDenies(before, after, search, limits)];
}

/** Whether something is left out of what was allowed, which some value of a variable may be. */
const hasHoles = ({ denies, ways }: Side): boolean => denies.rules.length > 0 || ways.flat().some(leavesOut);

const leavesOut = ({ rules }: RuleList): boolean => rules.some(({ resources }) => resources.none.length > 0);

/** With any text for a variable, not only for one that differs from all else. */
function forSomeValue(box: Box, find: (box: Box) => Point | undefined | 'open'): 'open' | undefined {
  const any = forAnyValue(box);
  return any === box ? undefined : find(any) && 'open';
}

/** A request of the box that none of the ways allowed before, and nothing denies now. */
export function outsideAll(box: Box, before: Side, denies: RuleList[], search: Search): Point | undefined | 'open' {
  let open: Point | undefined | 'open';
  for (const chosen of choices(before.ways)) {
    const point = search.outside(box, [...denies, ...chosen]);
    if (point && point !== 'open' && !point.open) return point;
    open = point ?? open;
  }
  return open;
}

/** One list of each way: outside all of them, none of the ways allows. */
const choices = (ways: Side['ways']): RuleList[][] =>
  ways.reduce<RuleList[][]>((all, way) => all.flatMap((each) => way.map((list) => [...each, list])), [[]]);

/** The rule that is news: the first that was not there before. */
const newest = (rules: readonly Rule[], before: Side): Rule =>
  rules.find((rule, at) => !before.ways.some((way) => way[at]?.keys.has(rule.key))) ?? (rules[0] as Rule);

/** What a rule gives with one rule of a boundary, and with another. */
function joined(one: RuleGain | undefined, other: RuleGain): RuleGain {
  if (!one) return other;
  const both = (left: readonly string[], right: readonly string[]) => [...new Set([...left, ...right])];
  const point = one.point !== 'open' && !one.point.open ? one.point : other.point;
  return { ...one, actions: both(one.actions, other.actions), resources: both(one.resources, other.resources), point };
}

interface News {
  readonly find: (box: Box) => Point | undefined | 'open';
  /** Whether nothing allowed any of the actions before: then nothing has to be searched. */
  readonly isApart: (actions: PatternList) => boolean;
  /** Whether a variable kept what the rule reaches for others. */
  readonly confined: (rule: Rule) => boolean;
}

function apartFrom({ ways }: Side): News['isApart'] {
  const earlier = ways.flat().flatMap(({ rules }) => rules.map(({ actions }) => actions.all));
  return ({ patterns }) =>
    earlier.every((all) => all.some((list) => patterns.every((pattern) => list.disjoint(pattern))));
}

/** Which of the rule's actions and resources are news. */
function detailed(
  rule: Rule,
  box: Box,
  { confined, find, isApart }: News,
  point: Point | 'open',
): Omit<RuleGain, 'lifted'> {
  const { actions, resources } = rule.statement;
  const gained = (name: 'actions' | 'resources', written: readonly string[]) =>
    newPatterns(
      rule,
      name,
      written,
      (narrow) =>
        (name === 'actions' && isApart(narrow)) || find({ ...box, [name]: within(box[name], narrow) }) !== undefined,
    );
  return {
    rule,
    lostDeny: false,
    actions: exceptions(actions.not, gained('actions', actions.patterns)),
    resources: resources ? exceptions(resources.not, gained('resources', resources.patterns)) : [],
    point,
    assumed: false,
    unconfined: confined(rule),
  };
}
