import { holds } from '../../condition/holds';
import { type Operator } from '../../condition/operators';
import { type Condition } from '../../read/condition';
import { matches, valuePattern } from '../language/pattern';
import { PatternList } from '../language/set';
import { hasSymbol } from '../language/symbol';

/** A condition of a statement, ready for questions about all requests. */
export interface Literal {
  /** Conditions with equal identities hold for the same requests. */
  readonly id: string;
  readonly condition: Condition;
  /** In lower case. */
  readonly key: string;
  /** What it asks for is not known: a value of it is not, or its variables cannot be reasoned about. */
  readonly opaque: boolean;
  /** Whether its text operator has a policy variable in a value. */
  readonly variable: boolean;
  /** Text operators: what the values stand for. */
  readonly patterns?: PatternList;
  readonly negated: boolean;
  /** Of a statement that denies: what AWS does not say counts as met. */
  readonly deny: boolean;
}

/** @param variables whether `${...}` is a variable in the statement */
export function literalOf(condition: Condition, variables: boolean, deny: boolean): Literal {
  const { key, operator } = condition;
  const values = [...new Set(condition.values)].sort();
  const filled = operator !== 'Null' && operator.variables && variables && values.some((each) => each.includes('${'));
  const as = kindOf(condition.name);
  const negated = operator !== 'Null' && operator.negated;
  return {
    id: JSON.stringify([condition.name.toLowerCase(), key.toLowerCase(), filled, values]),
    condition: filled && as ? { ...condition, operator: inSymbols(operator, as) } : condition,
    key: key.toLowerCase(),
    opaque: hasSymbol(key) || values.some(hasSymbol) || (filled && (!as || negated)),
    variable: filled,
    ...(as && { patterns: new PatternList(values.flatMap((value) => valuePattern(value, as, filled) ?? [])) }),
    negated,
    deny,
  };
}

type Kind = 'equals' | 'like' | 'arn';

function kindOf(name: string): Kind | undefined {
  const base = name.replace(/^For(All|Any)Values?:/i, '').replace(/IfExists$/i, '');
  if (/^Arn/.test(base)) return 'arn';
  return /^String(Not)?Like$/.test(base) ? 'like' : /^String(Not)?Equals$/.test(base) ? 'equals' : undefined;
}

/** The operator, with variables as symbols. */
const inSymbols = (operator: Operator, as: Kind): Operator => ({
  ...operator,
  test: (actual, wanted) => {
    const pattern = valuePattern(wanted, as, true);
    return pattern !== undefined && matches(pattern, actual);
  },
});

export type Value = readonly string[] | undefined;

/** What the condition says to a value of its key; `undefined` where AWS does not say. */
export const says = ({ condition }: Literal, value: Value): boolean | undefined =>
  holds(condition, { valuesOf: () => value?.slice() });

/**
 * Whether a literal is met. What AWS does not say is taken as `evaluate` takes it, but for patterns of ARNs that are cut
 * short: those are met by anything where they are new, and by nothing where they are old.
 *
 * @param isNew whether more than may be is to be taken
 */
export function isMet(literal: Literal, value: Value, isNew: boolean): boolean {
  const said = says(literal, value);
  const isOne = value === undefined || value.length < 2;
  return said ?? (isOne && literal.condition.name.includes('Arn') ? isNew : literal.deny);
}
