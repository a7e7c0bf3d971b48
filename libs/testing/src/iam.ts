/** One statement of an IAM policy, as AWS reads it. */
export interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What a request says of itself and of what it is about, by condition key: `aws:ResourceTag/Environment`. */
export type RequestContext = Readonly<Record<string, string>>;

/**
 * Whether policies let a request through, as AWS decides it: one statement allows it and none denies it. Knows the
 * condition operators that Gatehouse writes, and throws for any other.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function isAllowed(
  statements: readonly PolicyStatement[],
  action: string,
  resource: string,
  context: RequestContext = {},
): boolean {
  const about = statements.filter(
    (statement) =>
      listOf(statement.Action).some((pattern) => matches(pattern, action, 'i')) &&
      listOf(statement.Resource).some((pattern) => matches(pattern, resource)) &&
      holds(statement.Condition ?? {}, context),
  );
  return about.some(({ Effect }) => Effect === 'Allow') && !about.some(({ Effect }) => Effect === 'Deny');
}

function holds(condition: NonNullable<PolicyStatement['Condition']>, context: RequestContext): boolean {
  return Object.entries(condition).every(([operator, tests]) =>
    Object.entries(tests).every(([key, expected]) => test(operator, context[key], listOf(expected))),
  );
}

function test(operator: string, actual: string | undefined, expected: readonly string[]): boolean {
  switch (operator) {
    case 'Null':
      return (actual === undefined) === (expected[0] === 'true');
    case 'StringEquals':
      return actual !== undefined && expected.includes(actual);
    case 'StringNotEquals':
      return actual === undefined || !expected.includes(actual);
    default:
      throw new Error(`condition operator ${operator} is not known here`);
  }
}

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

function matches(pattern: string, value: string, flags = ''): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, flags).test(value);
}
