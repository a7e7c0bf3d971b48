import { type RequestContext } from '../context';
import { type Variables } from '../match/pattern';
import { type Condition } from '../read/condition';

/**
 * Whether a condition holds; `undefined` where AWS does not say.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function holds(
  condition: Condition,
  context: Pick<RequestContext, 'valuesOf'>,
  variables?: Variables,
): boolean | undefined {
  const { every: all, some: any, ifExists, key, operator, values } = condition;
  const actual = context.valuesOf(key);
  // An empty set, and an empty string as a set: the key is there, without a value.
  const members = actual?.length === 1 && actual[0] === '' ? [] : (actual ?? []);
  if (operator === 'Null') return values.some((value) => /^true$/i.test(value) === (members.length === 0));
  if (ifExists && !actual?.length) return true;
  const matches = (value: string): boolean | undefined => {
    const found = some(values.map((wanted) => operator.test(value, wanted, variables)));
    return operator.negated && found !== undefined ? !found : found;
  };
  if (all) return every(members.map(matches));
  if (any) return some(members.map(matches));
  if (!actual?.length) return operator.negated;
  // A key with several values needs ForAllValues or ForAnyValue; what happens without is not documented.
  return actual.length === 1 ? matches(actual[0] ?? '') : undefined;
}

export function every(results: readonly (boolean | undefined)[]): boolean | undefined {
  return results.includes(false) ? false : results.includes(undefined) ? undefined : true;
}

function some(results: readonly (boolean | undefined)[]): boolean | undefined {
  return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
}
