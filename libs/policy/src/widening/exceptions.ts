import { type Patterns } from '../read/statement';
import { type Rule, type RuleList } from './rule';

type Dimension = 'actions' | 'resources';

/** What a `Deny` of everything but some leaves out now beside that, where it stays otherwise the same. */
export function exceptionsAdded(rule: Rule, now: RuleList): Partial<Record<Dimension, readonly string[]>> | undefined {
  for (const name of ['actions', 'resources'] as const) {
    const other = name === 'actions' ? 'resources' : 'actions';
    const was = rule.statement[name];
    if (!was?.not) continue;
    const successor = now.rules.find(
      ({ literals, statement }) =>
        isWithMore(was, statement[name]) &&
        isEqual(statement[other], rule.statement[other]) &&
        isEqual(literals.map(({ id }) => id).sort(), rule.literals.map(({ id }) => id).sort()),
    );
    if (successor)
      return { [name]: successor.statement[name]?.patterns.filter((each) => !was.patterns.includes(each)) ?? [] };
  }
  return undefined;
}

const isWithMore = (was: Patterns, now: Patterns | undefined): boolean =>
  now?.not === true && was.patterns.every((each) => now.patterns.includes(each));

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
