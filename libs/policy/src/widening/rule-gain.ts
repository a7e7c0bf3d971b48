import { both, type Box, type Point } from './box';
import { type Literal } from './conditions/literal';
import { PatternList, type TextSet } from './language/set';
import { type Rule } from './rule';

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

export const limited = (box: Box, { met, resources }: Limits): Box => ({
  ...box,
  met: [...box.met, ...met],
  resources: both(box.resources, resources),
});

export function forAnyValue(box: Box): Box {
  const { all, none } = box.resources;
  if (all.every((list) => list === list.forAnyValue)) return box;
  return { ...box, resources: { all: all.map((list) => list.forAnyValue), none } };
}

/** The written patterns that are news, each looked at alone. */
export function newPatterns(
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

export const within = ({ all, none }: TextSet, list: PatternList): TextSet => ({ all: [...all, list], none });

export const exceptions = (not: boolean, patterns: readonly string[]): string[] =>
  not ? [`everything but ${patterns.join(', ')}`] : [...patterns];

const MOST_PATTERNS = 2000;
