import { contains, disjoint, type Pattern, widened } from './language/pattern';
import { type TextSet } from './language/set';
import { type Rule } from './rule';
import { type Side } from './sides';

/** Whether a rule of `after` reaches what a variable of `before` kept for others: `homes/${aws:username}/*`. */
export function confinedIn(before: Side, after: Side): (rule: Rule) => boolean {
  const keyed = before.ways.flat().flatMap(({ rules }) => rules.filter(hasVariable));
  if (keyed.length === 0) return () => false;
  const now = after.ways.flat().flatMap(({ rules }) => rules);
  return (rule) =>
    keyed.some(
      (each) => meets(each.actions, rule.actions) && (reachesPast(each, rule, now) || isFreed(each, rule, now)),
    );
}

const hasVariable = ({ literals, resources }: Rule): boolean =>
  literals.some(({ variable }) => variable) || patternsOf(resources).some(isOfVariable);

const patternsOf = ({ all }: TextSet): readonly Pattern[] => all.flatMap(({ patterns }) => patterns);

/** What a plan does not tell is no variable. */
const isOfVariable = (pattern: Pattern): boolean => pattern.text.includes('${') && widened(pattern) !== pattern;

/** Whether a resource of the rule has one with a variable in it, or has replaced it. */
function reachesPast(before: Rule, { resources }: Rule, now: readonly Rule[]): boolean {
  return writtenIn(before)
    .filter(isOfVariable)
    .some((kept) => {
      const stays = now.some((each) => meets(each.actions, before.actions) && hasPattern(each, kept));
      return patternsOf(resources).some(
        (each) => !isSame(each, kept) && (contains(each, kept) || (!stays && !disjoint(widened(each), widened(kept)))),
      );
    });
}

/** Without the other half of a variable with a default. */
const writtenIn = ({ resources, statement }: Rule): readonly Pattern[] =>
  patternsOf(resources).filter(({ text }) => statement.resources?.patterns.includes(text));

const hasPattern = (rule: Rule, pattern: Pattern): boolean => writtenIn(rule).some((each) => isSame(each, pattern));

/** The case of a variable's name does not count. */
const isSame = (one: Pattern, other: Pattern): boolean =>
  one.key === other.key || (contains(one, other) && contains(other, one));

/** Whether a condition with a variable holds no longer for what it was about. */
function isFreed(before: Rule, rule: Rule, now: readonly Rule[]): boolean {
  const kept = before.literals.filter(({ variable }) => variable);
  const ids = new Set(rule.literals.map(({ id }) => id));
  return (
    kept.some(({ id }) => !ids.has(id)) &&
    !now.some(({ key }) => key === before.key) &&
    meets(before.resources, rule.resources)
  );
}

/** Whether there may be a text in both; exceptions are not looked at. */
export const meets = (one: TextSet, other: TextSet): boolean =>
  one.all.every((list) =>
    other.all.every((each) => list.forAnyValue.patterns.some((pattern) => !each.forAnyValue.disjoint(pattern))),
  );
