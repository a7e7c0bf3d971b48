import { type PolicyKind } from '../model';
import { type Policy } from '../read/policy';
import { type Patterns, type Statement } from '../read/statement';
import { type Literal, literalOf } from './conditions/literal';
import { actionPattern, anything, type Pattern, resourcePatterns } from './language/pattern';
import { everything, PatternList, type TextSet } from './language/set';

/** A statement as a set of requests. */
export interface Rule {
  /** Rules with equal keys stand for the same requests. */
  readonly key: string;
  readonly policy: string;
  readonly kind: PolicyKind;
  readonly statement: Statement;
  readonly actions: TextSet;
  readonly resources: TextSet;
  readonly literals: readonly Literal[];
  /** The requests of it that are in it whatever its variables stand for, where that is less. */
  readonly certain?: Rule;
}

/** How resources are written out, so that two ways to name one are equal. */
export type Completion = (pattern: string) => string;

export function rulesOf({ kind, name, statements }: Policy, complete: Completion): Rule[] {
  return statements.map((statement) => {
    const { actions, conditions, effect, resources, variables } = statement;
    const literals = conditions.map((each) => literalOf(each, variables, effect === 'Deny'));
    const [actionSet, actionKey] = setOf(actions, actionPattern, anyAction);
    const [resourceSet, resourceKey] = resources
      ? setOf(resources, (text) => resourcePatterns(complete(text), variables), everything)
      : [everything, 'anything'];
    const ids = literals.map(({ id }) => id).sort();
    const key = JSON.stringify([effect, actionKey, resourceKey, [...new Set(ids)]]);
    return { key, policy: name, kind, statement, actions: actionSet, resources: resourceSet, literals };
  });
}

const anyAction: TextSet = { all: [new PatternList([actionPattern('*')])], none: [] };

function setOf(
  { not, patterns }: Patterns,
  read: (text: string) => Pattern | readonly Pattern[],
  all: TextSet,
): [TextSet, string] {
  const found = patterns.flatMap(read);
  const list = new PatternList(found);
  const key = `${not ? 'not ' : ''}${[...list.keys].sort().join(' ')}`;
  if (not) return [{ ...all, none: [list] }, key];
  return found.includes(anything) ? [everything, 'anything'] : [{ all: [list], none: [] }, key];
}

/** Rules of which one must cover a request, ready for questions about many. */
export class RuleList {
  readonly keys: ReadonlySet<string>;
  readonly merged: readonly Rule[];

  constructor(readonly rules: readonly Rule[]) {
    this.keys = new Set(rules.map(({ key }) => key));
    this.merged = merged(merged(rules, 'actions'), 'resources').map(withCertain);
  }
}

/** What is left out for some value of a variable is not certain to be in the rule. */
function withCertain(rule: Rule): Rule {
  const { all, none } = rule.resources;
  const certain = { all, none: none.map(({ forAnyValue }) => forAnyValue) };
  return none.some((list) => list !== list.forAnyValue) ? { ...rule, certain: { ...rule, resources: certain } } : rule;
}

/** Rules that differ in their actions alone are one, and so are those that differ in their resources alone. */
function merged(rules: readonly Rule[], dimension: 'actions' | 'resources'): Rule[] {
  const other = dimension === 'actions' ? 'resources' : 'actions';
  const groups = new Map<string, Rule[]>();
  rules.forEach((rule, at) => {
    const ids = rule.literals.map(({ id }) => id).sort();
    const mergeable = rule[dimension].all.length === 1 && rule[dimension].none.length === 0;
    const key = mergeable ? JSON.stringify([identityOf(rule[other]), ids]) : `${at}`;
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const list = new PatternList(group.flatMap((each) => each[dimension].all[0]?.patterns ?? []));
    return [{ ...first, [dimension]: { all: [list], none: [] } }];
  });
}

const identityOf = ({ all, none }: TextSet): string[][] =>
  [all, none].map((lists) => lists.map(({ keys }) => [...keys].sort().join(' ')));
