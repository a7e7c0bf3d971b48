import { type Budget } from './budget';
import { impliedBy } from './conditions/implied';
import { type Literal } from './conditions/literal';
import { includes, isSubset, type PatternList, textIn, type TextSet } from './language/set';
import { isMet, type Value } from './conditions/literal';
import { type Fixed, satisfy } from './conditions/satisfy';
import { type Rule, type RuleList } from './rule';

/** A set of requests of one principal. */
export interface Box {
  readonly actions: TextSet;
  readonly resources: TextSet;
  readonly met: readonly Literal[];
  readonly unmet: readonly Literal[];
  /** Keys of rules that it lies in. */
  readonly within: ReadonlySet<string>;
}

/** A request of a box. */
export interface Point {
  readonly action: string;
  readonly resource: string;
  readonly values: ReadonlyMap<string, Value>;
  /** Whether it is not certain that there is one. */
  readonly open: boolean;
}

export const intersection = (left: Box, right: Box): Box => ({
  actions: both(left.actions, right.actions),
  resources: both(left.resources, right.resources),
  met: [...left.met, ...right.met],
  unmet: [...left.unmet, ...right.unmet],
  within: new Set([...left.within, ...right.within]),
});

export const boxOf = ({ actions, key, literals, resources }: Rule): Box => ({
  actions,
  resources,
  met: [...literals, ...literals.flatMap(impliedBy)],
  unmet: [],
  within: new Set([key]),
});

export const both = (left: TextSet, right: TextSet): TextSet => ({
  all: [...left.all, ...right.all],
  none: [...left.none, ...right.none],
});

/** Looks for requests of a principal. */
export class Search {
  constructor(
    private readonly fixed: Fixed,
    private readonly budget: Budget,
    private readonly states: Budget,
    private readonly actions: (set: TextSet) => readonly string[],
  ) {}

  /** A request of the box that none of the rules covers; 'open' where that is not decided. */
  outside(box: Box, lists: readonly RuleList[]): Point | undefined | 'open' {
    if (lists.some(({ keys }) => [...box.within].some((key) => keys.has(key)))) return undefined;
    const [first, ...rest] = lists;
    const rules = rest.length === 0 ? (first?.merged ?? []) : lists.flatMap(({ merged }) => merged);
    return this.search(box, rules, undefined);
  }

  private search(box: Box, rules: readonly Rule[], last: Point | undefined): Point | undefined | 'open' {
    if (!this.budget.spend(rules.length + 1)) return 'open';
    if (rules.some((rule) => liesIn(box, rule))) return undefined;
    const point = this.point(box, last);
    if (point === undefined || point === 'open') return point;
    const covering = rules.find((rule) => covers(rule.certain ?? rule, point, box));
    if (!covering) return point;
    let open = false;
    for (const piece of pieces(box, covering.certain ?? covering)) {
      const found = this.search(piece, rules, point);
      if (found === 'open' || found?.open) open = true;
      else if (found) return found;
    }
    return open ? 'open' : undefined;
  }

  private point({ actions, met, resources, unmet }: Box, last: Point | undefined): Point | undefined | 'open' {
    const action = textIn(actions, this.states, [...(last ? [last.action] : []), ...this.actions(actions)]);
    if (action === undefined) return undefined;
    const resource = textIn(resources, this.states, last ? [last.resource] : []);
    if (resource === undefined) return undefined;
    const found = satisfy(met, unmet, this.fixed, this.states);
    if (found === undefined) return undefined;
    if (action === 'open' || resource === 'open' || found === 'open') return 'open';
    return { action, resource, ...found };
  }
}

/** Whether each request of the box is one of the rule; `true` is certain. */
function liesIn(box: Box, rule: Rule): boolean {
  if (box.within.has(rule.key)) return true;
  return (
    rule.literals.every(({ id }) => box.met.some((each) => each.id === id)) &&
    isSubset(box.resources, rule.resources) &&
    isSubset(box.actions, rule.actions)
  );
}

function covers({ actions, literals, resources }: Rule, { action, resource, values }: Point, { met }: Box): boolean {
  return (
    includes(actions, action) &&
    includes(resources, resource) &&
    literals.every((literal) =>
      literal.opaque
        ? met.some(({ id }) => id === literal.id)
        : isMet(literal, values.get(literal.key), false) || met.some(({ id }) => id === literal.id),
    )
  );
}

/** What of the box is not in the rule. */
function* pieces(box: Box, { actions, literals, resources }: Rule): Generator<Box> {
  for (const literal of literals) {
    if (!box.met.some(({ id }) => id === literal.id)) yield { ...box, unmet: [...box.unmet, literal] };
  }
  for (const part of outsideOf(resources)) yield { ...box, resources: both(box.resources, part) };
  for (const part of outsideOf(actions)) yield { ...box, actions: both(box.actions, part) };
}

const only = (all: PatternList[], none: PatternList[]): TextSet => ({ all, none });

const outsideOf = ({ all, none }: TextSet): TextSet[] => [
  ...all.map((list) => only([], [list])),
  ...none.map((list) => only([list], [])),
];
