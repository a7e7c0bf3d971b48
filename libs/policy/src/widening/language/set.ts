import { type Budget } from '../budget';
import { wordIn } from './automaton';
import { anything, contains, disjoint, matches, type Pattern, widened } from './pattern';
import { MANY, MANY_IN_FIELD, type Token } from '../../match/glob';

/** Texts in one pattern of each list, and in none of the others. */
export interface TextSet {
  readonly all: readonly PatternList[];
  readonly none: readonly PatternList[];
}

/** Patterns of which one must match, ready for questions about many. */
export class PatternList {
  readonly keys: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
  readonly wild: readonly Pattern[];
  private any?: PatternList;

  constructor(readonly patterns: readonly Pattern[]) {
    this.keys = new Set(patterns.map(({ key }) => key));
    this.literals = new Set(patterns.flatMap(({ literal }) => literal ?? []));
    this.wild = patterns.filter(({ literal }) => literal === undefined);
  }

  /** With any text for each variable. */
  get forAnyValue(): PatternList {
    this.any ??= this.patterns.some((each) => widened(each) !== each)
      ? new PatternList(this.patterns.map(widened))
      : this;
    return this.any;
  }

  matches = (text: string): boolean => this.literals.has(text) || this.wild.some((each) => matches(each, text));

  contains = (inner: Pattern): boolean =>
    this.keys.has(inner.key) ||
    (inner.literal === undefined ? this.wild.some((each) => contains(each, inner)) : this.matches(inner.literal));

  disjoint = (other: Pattern): boolean =>
    other.literal === undefined ? this.patterns.every((each) => disjoint(each, other)) : !this.matches(other.literal);
}

export const everything: TextSet = { all: [], none: [] };

export const includes = ({ all, none }: TextSet, text: string): boolean =>
  all.every((list) => list.matches(text)) && !none.some((list) => list.matches(text));

/** `true` is certain. */
export function isSubset(inner: TextSet, outer: TextSet): boolean {
  return (
    outer.all.every((list) => inner.all.some((each) => each === list || each.patterns.every(list.contains))) &&
    outer.none.every((list) =>
      list.patterns.every(
        (one) =>
          inner.none.some((each) => each.contains(one)) ||
          inner.all.some((each) => each.forAnyValue.disjoint(widened(one))),
      ),
    )
  );
}

/** How many texts are matched in the time that a state takes. */
const MATCHES_OF_STATE = 500;

const SAMPLES = ['example', '', 'x', 'Example-2'];

/**
 * A text of the set: one that reads well where it can be found without automata.
 *
 * @param states how many states of automata it may take
 * @param suggested texts to try first
 * @returns `undefined` where there is none, 'open' where that takes too long to find out
 */
export function textIn(
  { all, none }: TextSet,
  states: Budget,
  suggested: readonly string[] = [],
): string | undefined | 'open' {
  // The lists that are tried fast come first.
  const set = { all: [...all].sort((one, other) => one.wild.length - other.wild.length), none };
  const patterns = [...all, ...none].reduce((sum, { wild }) => sum + wild.length, 0);
  if (!states.spend(Math.floor((suggested.length * patterns) / MATCHES_OF_STATE))) return 'open';
  const found = suggested.find((text) => includes(set, text));
  if (found !== undefined) return found;
  const lists = narrowed(set);
  if (lists.some((list) => list.length === 0)) return undefined;
  const tried = lists.length === 0 ? SAMPLES : lists.flatMap(samples);
  return tried.find((text) => includes(set, text)) ?? byAutomaton(lists, none, states);
}

/** The lists without the patterns that cannot contribute. */
function narrowed({ all, none }: TextSet): Pattern[][] {
  return all.map((list) =>
    list.patterns.filter(
      (each) =>
        !none.some((other) => other.contains(each)) && all.every((other) => other === list || !other.disjoint(each)),
    ),
  );
}

function byAutomaton(lists: Pattern[][], none: TextSet['none'], states: Budget): string | undefined | 'open' {
  // A text that is the only one of its pattern has been tried.
  const wild = lists.map((list) => list.filter(({ literal }) => literal === undefined));
  if (wild.some((list) => list.length === 0)) return undefined;
  const others = none
    .flatMap(({ patterns }) => patterns)
    .filter((each) => wild.every((list) => list.some((one) => !disjoint(one, each))));
  return wordIn(wild.length === 0 ? [[anything]] : wild, others, states);
}

/** Every literal, as it is the only text of its pattern, and some texts of the first wildcards. */
function samples(list: readonly Pattern[]): string[] {
  const wild = list.filter(({ literal }) => literal === undefined).slice(0, 20);
  return [...list.flatMap(({ literal }) => literal ?? []), ...wild.flatMap(samplesOf)];
}

const samplesOf = ({ tokens }: Pattern): string[] =>
  SAMPLES.map((sample) => tokens.map((token) => filled(token, sample)).join(''));

const filled = (token: Token, sample: string): string =>
  typeof token === 'string' ? token : token === MANY || token === MANY_IN_FIELD ? sample : 'x';
