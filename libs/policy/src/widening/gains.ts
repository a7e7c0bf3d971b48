import { both, type Box, boxOf, intersection, type Point, type Search } from './box';
import { type Literal } from './conditions/literal';
import { confinedIn } from './confined';
import { exceptionsAdded } from './exceptions';
import { PatternList, type TextSet } from './language/set';
import { liftedBy } from './lifted';
import { type Rule, type RuleList } from './rule';
import { isSameStatement } from './same-statement';
import { type Side } from './sides';

/** What a rule lets one principal do that it could not do before. */
export interface RuleGain {
  readonly rule: Rule;
  readonly lostDeny: boolean;
  /** Of a lost `Deny`: whether one of the same, with other conditions, is there in its place. */
  readonly eased?: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** 'open' where it is not decided whether there is such a request. */
  readonly point: Point | 'open';
  /** Whether it is a gain only if something else allows it. */
  readonly assumed: boolean;
  /** Whether a variable kept what it reaches for others. */
  readonly unconfined: boolean;
  /** Conditions that kept it from the principal. */
  readonly lifted: readonly Literal[];
}

/** What holds for each request of the principal. */
export interface Limits {
  readonly met: readonly Literal[];
  readonly resources: TextSet;
}

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

const limited = (box: Box, { met, resources }: Limits): Box => ({
  ...box,
  met: [...box.met, ...met],
  resources: both(box.resources, resources),
});

/** Whether something is left out of what was allowed, which some value of a variable may be. */
const hasHoles = ({ denies, ways }: Side): boolean => denies.rules.length > 0 || ways.flat().some(leavesOut);

const leavesOut = ({ rules }: RuleList): boolean => rules.some(({ resources }) => resources.none.length > 0);

/** With any text for a variable, not only for one that differs from all else. */
function forSomeValue(box: Box, find: (box: Box) => Point | undefined | 'open'): 'open' | undefined {
  const any = forAnyValue(box);
  return any === box ? undefined : find(any) && 'open';
}

function forAnyValue(box: Box): Box {
  const { all, none } = box.resources;
  if (all.every((list) => list === list.forAnyValue)) return box;
  return { ...box, resources: { all: all.map((list) => list.forAnyValue), none } };
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

/** One rule of each list. */
export function* tuples([first, ...rest]: readonly (readonly Rule[])[]): Generator<Rule[]> {
  if (!first) return;
  for (const rule of first) {
    if (rest.length === 0) yield [rule];
    else for (const others of tuples(rest)) yield [rule, ...others];
  }
}

/** The rule that is news: the first that was not there before. */
const newest = (rules: readonly Rule[], before: Side): Rule =>
  rules.find((rule, at) => !before.ways.some((way) => way[at]?.keys.has(rule.key))) ?? (rules[0] as Rule);

const MOST_PATTERNS = 2000;

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
    those(
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

/** The written patterns that are news, each looked at alone. */
function those(
  rule: Rule,
  name: 'actions' | 'resources',
  written: readonly string[],
  isNews: (narrow: PatternList) => boolean,
): readonly string[] {
  const patterns = rule[name].all[0]?.patterns;
  if (!patterns || patterns.length === 1 || patterns.length > MOST_PATTERNS || patterns.length !== written.length)
    return written;
  return written.filter((_, at) => isNews(new PatternList(patterns.slice(at, at + 1))));
}

const within = ({ all, none }: TextSet, list: PatternList): TextSet => ({ all: [...all, list], none });

const exceptions = (not: boolean, patterns: readonly string[]): string[] =>
  not ? [`everything but ${patterns.join(', ')}`] : [...patterns];

/** What a `Deny` denied that nothing denies now. */
function lostDenies(before: Side, after: Side, search: Search, limits: Limits): RuleGain[] {
  const lost = before.denies.rules.filter(({ key }) => !after.denies.keys.has(key));
  return lost.flatMap((rule) => {
    const denied = limited(boxOf(rule), limits);
    const freeIn = (box: Box) => search.outside({ ...box, within: new Set() }, [after.denies]);
    const free = freeIn(denied);
    if (free === undefined) return [];
    const point = allowedNow(forAnyValue(denied), after, search);
    const gone = (name: 'actions' | 'resources', written: readonly string[]) =>
      those(rule, name, written, (narrow) => freeIn({ ...denied, [name]: within(denied[name], narrow) }) !== undefined);
    const { actions, resources } = rule.statement;
    const added = exceptionsAdded(rule, after.denies);
    return [
      {
        rule,
        lostDeny: true,
        eased: after.denies.rules.some((each) => !before.denies.keys.has(each.key) && isSameStatement(each, rule)),
        actions: added?.actions ?? exceptions(actions.not, gone('actions', actions.patterns)),
        resources:
          added?.resources ?? (resources ? exceptions(resources.not, gone('resources', resources.patterns)) : []),
        point: point ?? free,
        assumed: point === undefined,
        unconfined: false,
        lifted: [],
      },
    ];
  });
}

/** A request of what was denied that is allowed now. */
function allowedNow(denied: Box, after: Side, search: Search): Point | undefined | 'open' {
  let open: 'open' | Point | undefined;
  for (const way of after.ways) {
    for (const rules of tuples(way.map((list) => list.rules))) {
      const box = [denied, ...rules.map(boxOf)].reduce(intersection);
      const point = search.outside({ ...box, within: new Set() }, [after.denies]);
      if (point && point !== 'open' && !point.open) return point;
      open = point ?? open;
    }
  }
  return open;
}
