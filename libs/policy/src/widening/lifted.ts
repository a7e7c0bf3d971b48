import { both, type Box, type Point } from './box';
import { meets } from './confined';
import { isMet, type Literal } from './conditions/literal';
import { type Rule } from './rule';
import { isSameStatement } from './same-statement';
import { type Side } from './sides';

/**
 * Conditions that kept from a principal what a rule gives now: of a statement that allowed as much under them, and that is gone
 * or has a like without them. Other values in place of those that were named are no less of a limit.
 */
export function liftedBy(
  rule: Rule,
  box: Box,
  { after, before }: Readonly<Record<'after' | 'before', Side>>,
  find: (box: Box) => Point | undefined | 'open',
): readonly Literal[] {
  const stays = new Set(after.ways.flat().flatMap(({ keys }) => [...keys]));
  const limited = before.ways
    .flat()
    .flatMap(({ rules }) => rules)
    .filter((each) => each.literals.length > 0 && (!stays.has(each.key) || isSameStatement(each, rule)))
    .filter(({ actions, resources }) => meets(actions, rule.actions) && meets(resources, rule.resources));
  const lifted = limited.flatMap(({ actions, literals, resources }) => {
    const point = find({ ...box, actions: both(box.actions, actions), resources: both(box.resources, resources) });
    if (point === undefined || point === 'open') return [];
    const isLifted = (each: Literal) =>
      !isMetBy(each, point, rule) && !rule.literals.some((now) => limitsAsMuch(now, each));
    return [literals.filter(isLifted)];
  });
  // Where one of them names other values now, it limits as much.
  return lifted.some((all) => all.length === 0) ? [] : lifted.flat();
}

const isMetBy = (literal: Literal, { values }: Point, rule: Rule): boolean =>
  literal.opaque ? rule.literals.some(({ id }) => id === literal.id) : isMet(literal, values.get(literal.key), false);

/** Whether it names other values of the same key, or values that the plan does not show. */
function limitsAsMuch(now: Literal, was: Literal): boolean {
  if (keyOf(now) !== keyOf(was)) return false;
  if (now.opaque) return !now.variable;
  const { condition, negated } = now;
  if (negated || condition.ifExists || condition.every) return false;
  if (condition.name.includes('IpAddress'))
    return prefixOf(now) >= prefixOf(was) && was.condition.name === condition.name;
  return now.patterns !== undefined && condition.values.every((value) => !/[*?]/.test(value));
}

/** Of the widest block; an address alone is one. */
const prefixOf = ({ condition: { values } }: Literal): number =>
  Math.min(...values.map((value) => Number(value.split('/')[1] ?? (value.includes(':') ? 128 : 32))));

/** Without what stands for a value that the plan does not show. */
const keyOf = ({ key }: Literal): string => key.replace(/[\ue000-\uf8ff].*$/, '');
