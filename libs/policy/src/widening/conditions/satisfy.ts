import { type Budget } from '../budget';
import { everything, PatternList, textIn, type TextSet } from '../language/set';
import { anything } from '../language/pattern';
import { candidatesFor } from './candidates';
import { isMet, type Literal, type Value } from './literal';

/** Values of condition keys with which all of some conditions hold and others do not. */
export interface Found {
  readonly values: ReadonlyMap<string, Value>;
  /** Whether that is not certain. */
  readonly open: boolean;
}

/** Values of keys that a principal has whatever it does. */
export type Fixed = (key: string) => { readonly value: Value } | undefined;

/**
 * @param met conditions that must hold
 * @param unmet conditions that must not
 * @param states how many states of automata it may take
 * @returns `undefined` where no request is so, 'open' where that is not settled
 */
export function satisfy(
  met: readonly Literal[],
  unmet: readonly Literal[],
  fixed: Fixed,
  states: Budget,
): Found | undefined | 'open' {
  if (met.length === 0 && unmet.length === 0) return { values: new Map(), open: false };
  const ids = new Set(met.map(({ id }) => id));
  if (unmet.some(({ id }) => ids.has(id))) return undefined;
  const values = new Map<string, Value>();
  const readable = (literals: readonly Literal[]) => literals.filter(({ opaque }) => !opaque);
  let isSettled = true;
  for (const key of new Set(readable([...met, ...unmet]).map((each) => each.key))) {
    const of = (literals: readonly Literal[]) => readable(literals).filter((each) => each.key === key);
    const question = new Question(of(met), of(unmet), states);
    const found = question.answer(fixed(key));
    if (found === undefined) return undefined;
    if (found === 'open') isSettled = false;
    else values.set(key, found.value);
  }
  return isSettled ? { values, open: [...met, ...unmet].some(({ opaque }) => opaque) } : 'open';
}

/** About one key. */
class Question {
  private isOpen = false;

  constructor(
    private readonly met: readonly Literal[],
    private readonly unmet: readonly Literal[],
    private readonly states: Budget,
  ) {}

  answer(fixed: { readonly value: Value } | undefined): { value: Value } | undefined | 'open' {
    if (fixed) return this.fits(fixed.value) ? fixed : undefined;
    const singles = [...this.text(this.met, this.unmet), ...candidatesFor([...this.met, ...this.unmet]), 'example'];
    const found = [...singles.map((each) => [each]), undefined, [], ...this.several(singles)].find((value) =>
      this.fits(value),
    );
    if (found || this.fits(undefined)) return { value: found };
    return this.isOpen || this.isMixed() ? 'open' : undefined;
  }

  private fits = (value: Value): boolean =>
    this.met.every((each) => isMet(each, value, true)) && !this.unmet.some((each) => isMet(each, value, false));

  /** A text for operators that compare text. */
  private text(met: readonly Literal[], unmet: readonly Literal[], within: TextSet = everything): string[] {
    const set = narrowedBy(met, unmet, within);
    const found = textIn(set, this.states, ['example']);
    if (found === 'open') this.isOpen = true;
    return found === undefined || found === 'open' ? [] : [found];
  }

  /** Keys with several values: all of them as `ForAllValues` asks, and one for each `ForAnyValue`. */
  private several(singles: readonly string[]): string[][] {
    const all = [...this.met, ...this.unmet];
    if (!all.some(({ condition }) => condition.every || condition.some)) return [];
    const every = this.met.filter(({ condition }) => condition.every);
    const never = this.unmet.filter(({ condition }) => condition.some);
    const within = narrowedBy(every, never, everything);
    const members = [
      ...this.met.filter(({ condition }) => condition.some).flatMap((each) => this.text([each], [], within)),
      ...this.unmet.filter(({ condition }) => condition.every).flatMap((each) => this.text([], [each], within)),
      ...this.text([], [], within),
      ...singles.filter(
        (single) =>
          every.every((each) => isMet(each, [single], true)) && !never.some((each) => isMet(each, [single], false)),
      ),
    ];
    const more = textIn({ ...within, none: [...within.none, new PatternList(members.map(literally))] }, this.states);
    return [[...new Set([...members, ...(more === undefined || more === 'open' ? [] : [more])])]];
  }

  /** Whether answers were looked for one by one, so that one may have been missed. */
  private isMixed(): boolean {
    const all = [...this.met, ...this.unmet].filter(({ condition }) => condition.operator !== 'Null');
    const texts = all.filter(({ patterns }) => patterns);
    if (texts.length > 0 && texts.length < all.length) return true;
    // A variable may stand for a text that is left out.
    return this.met.some(({ variable }) => variable) && this.unmet.some(({ negated }) => negated);
  }
}

const literally = (text: string) => ({
  ...anything,
  key: `text ${text}`,
  text,
  tokens: text.split(''),
  literal: text,
  prefix: text,
  suffix: text,
});

function narrowedBy(met: readonly Literal[], unmet: readonly Literal[], { all, none }: TextSet): TextSet {
  const inside = [...met.filter(({ negated }) => !negated), ...unmet.filter(({ negated }) => negated)];
  const outside = [...met.filter(({ negated }) => negated), ...unmet.filter(({ negated }) => !negated)];
  const lists = (literals: readonly Literal[]) => literals.flatMap(({ patterns }) => patterns ?? []);
  return { all: [...all, ...lists(inside)], none: [...none, ...lists(outside)] };
}
