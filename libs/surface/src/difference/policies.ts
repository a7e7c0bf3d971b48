import type { List, Policy, PolicyCondition, PolicyStatement, Unknown } from '../model';
import { isEmpty, knownItems } from '../model/lists';
import { isUnknown } from '../model/value';
import { implies, patternOf } from './conditions';
import { show } from './show';

export type Statement = PolicyStatement<Unknown>;

export const statementsOf = (policy: Policy<Unknown> | undefined): readonly Statement[] =>
  policy === undefined ? [] : knownItems(policy);

/** Statements that allow what none of the earlier ones allowed, unknown parts left aside. */
export const newlyAllowed = (before: readonly Statement[], after: readonly Statement[]): readonly Statement[] =>
  uncovered('Allow', after, before);

/** Statements that refused something and are gone. */
export const noLongerDenied = (before: readonly Statement[], after: readonly Statement[]): readonly Statement[] =>
  uncovered('Deny', before, after);

const uncovered = (
  effect: 'Allow' | 'Deny',
  statements: readonly Statement[],
  others: readonly Statement[],
): readonly Statement[] => {
  const same = others.filter((other) => other.effect === effect);
  return statements.filter((each) => each.effect === effect && !same.some((other) => covers(other, each)));
};

/** Whether a statement holds for everything that another one holds for. */
const covers = (wide: Statement, narrow: Statement): boolean =>
  isWithin(narrow.principals, wide.principals) &&
  isWithin(narrow.actions, wide.actions) &&
  isWithin(narrow.resources, wide.resources) &&
  isSameList(narrow.notPrincipals, wide.notPrincipals) &&
  isSameList(narrow.notActions, wide.notActions) &&
  isSameList(narrow.notResources, wide.notResources) &&
  isConditionedBy(narrow.conditions, wide.conditions);

/** Conditions hold together; what is not known yet is like nothing else. */
const isConditionedBy = (narrow: Statement['conditions'], wide: Statement['conditions']): boolean =>
  isUnknown(narrow) || isUnknown(wide)
    ? JSON.stringify(narrow) === JSON.stringify(wide) || isEmpty(wide)
    : wide.every((condition) => narrow.some((other) => meets(other, condition)));

const meets = (narrow: PolicyCondition<Unknown> | Unknown, wide: PolicyCondition<Unknown> | Unknown): boolean =>
  isUnknown(narrow) || isUnknown(wide) ? JSON.stringify(narrow) === JSON.stringify(wide) : implies(narrow, wide);

export const hasConditions = ({ conditions }: Statement): boolean => isUnknown(conditions) || conditions.length > 0;

/** Without conditions for `*`, or `{"AWS": "*"}`: everyone with and without an AWS account. */
export const isOpen = (statement: Statement): boolean =>
  !hasConditions(statement) &&
  (knownItems(statement.principals).includes('*') || knownItems(statement.notPrincipals).length > 0);

/** In words. */
export const principalsOf = (statement: Statement): string =>
  `${show(statement.principals)}${hasConditions(statement) ? ' with conditions' : ''}`;

const isWithin = (narrow: List<string, Unknown>, wide: List<string, Unknown>): boolean => {
  if (isUnknown(narrow)) return true;
  // IAM compares actions without regard to case.
  const patterns = knownItems(wide).map((pattern) => patternOf(pattern, 'is'));
  // An empty list stands for "all" only where the other side is empty too.
  return narrow.length === 0
    ? !isUnknown(wide) && wide.length === 0
    : narrow.every((item) => isUnknown(item) || patterns.some((pattern) => pattern.test(item)));
};

const isSameList = (a: List<string, Unknown>, b: List<string, Unknown>): boolean =>
  JSON.stringify(knownItems(a)) === JSON.stringify(knownItems(b));
