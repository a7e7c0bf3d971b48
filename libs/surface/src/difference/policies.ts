import type { List, Policy, PolicyStatement, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { isKnown, knownOf } from '../access/lists';

type Statement = PolicyStatement<Unknown>;

export const statementsOf = (policy: Policy<Unknown> | undefined): readonly Statement[] =>
  policy === undefined || isUnknown(policy) ? [] : policy.filter(isKnown);

/** Statements that allow what none of the earlier ones allowed, unknown parts left aside. */
export const newlyAllowed = (
  before: readonly Statement[],
  after: readonly Statement[],
): readonly Statement[] =>
  after.filter(
    (statement) =>
      statement.effect === 'Allow' && !before.some((was) => was.effect === 'Allow' && covers(was, statement)),
  );

/** Statements that refused something and are gone. */
export const noLongerDenied = (
  before: readonly Statement[],
  after: readonly Statement[],
): readonly Statement[] =>
  before.filter(
    (was) =>
      was.effect === 'Deny' &&
      !after.some((statement) => statement.effect === 'Deny' && covers(statement, was)),
  );

/** Whether a statement holds for everything that another one holds for. */
export const covers = (wide: Statement, narrow: Statement): boolean =>
  isWithin(narrow.principals, wide.principals) &&
  isWithin(narrow.actions, wide.actions) &&
  isWithin(narrow.resources, wide.resources) &&
  isSameList(narrow.notPrincipals, wide.notPrincipals) &&
  isSameList(narrow.notActions, wide.notActions) &&
  isSameList(narrow.notResources, wide.notResources) &&
  conditionsOf(wide).every((condition) => conditionsOf(narrow).includes(condition));

/** Each condition as text; what is not known yet is like nothing else. */
export const conditionsOf = ({ conditions }: Statement): readonly string[] =>
  (isUnknown(conditions) ? [conditions] : conditions).map((condition) => JSON.stringify(condition));

/** `*`, or `{"AWS": "*"}`: everyone with and without an AWS account. */
export const isForEveryone = ({ principals, notPrincipals }: Statement): boolean =>
  knownOf(principals).includes('*') || knownOf(notPrincipals).length > 0;

const isWithin = (narrow: List<string, Unknown>, wide: List<string, Unknown>): boolean => {
  if (isUnknown(narrow)) return true;
  const patterns = knownOf(wide).map(patternOf);
  // An empty list stands for "all" only where the other side is empty too.
  return narrow.length === 0
    ? !isUnknown(wide) && wide.length === 0
    : narrow.every((item) => isUnknown(item) || patterns.some((pattern) => pattern.test(item)));
};

const isSameList = (a: List<string, Unknown>, b: List<string, Unknown>): boolean =>
  JSON.stringify(knownOf(a)) === JSON.stringify(knownOf(b));

/** IAM's `*` and `?`; actions are compared without regard to case, as IAM does. */
const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'is',
  );
