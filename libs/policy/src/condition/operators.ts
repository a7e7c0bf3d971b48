import { type Variables } from '../match/pattern';
import { arnMatches, isAnything, stringOperators } from './text';
import { isAddress, isRange, within } from './address';
import { isBase64, isBoolean, isMoment, isNumber, momentOf } from './values';

/** Whether a value in the request is what a value in the policy asks for; `undefined` where AWS does not say. */
export type Test = (actual: string, wanted: string, variables: Variables | undefined) => boolean | undefined;

export interface Operator {
  readonly test: Test;
  /** `StringNotEquals` is `StringEquals`, negated: no value of the policy may match. */
  readonly negated: boolean;
  /** Whether policy variables are filled in. */
  readonly variables: boolean;
  /** Whether a value of a policy can be read, and what it should be. */
  takes(value: string): boolean;
  readonly expected: string;
}

const positive = { negated: false };

const text = (test: Test) => ({ ...positive, test, variables: true, takes: isAnything, expected: 'text' });

/** Compares two numbers, or two moments; a value in the request that is neither is not decided. */
const comparing = (toNumber: (value: string) => number, takes: (value: string) => boolean, expected: string) =>
  Object.entries({
    Equals: (actual: number, wanted: number) => actual === wanted,
    LessThan: (actual: number, wanted: number) => actual < wanted,
    LessThanEquals: (actual: number, wanted: number) => actual <= wanted,
    GreaterThan: (actual: number, wanted: number) => actual > wanted,
    GreaterThanEquals: (actual: number, wanted: number) => actual >= wanted,
  }).map(([name, compare]): [string, Operator] => [
    name,
    {
      ...positive,
      variables: false,
      takes,
      expected,
      test: (actual, wanted) => (takes(actual) ? compare(toNumber(actual), toNumber(wanted)) : undefined),
    },
  ]);

const prefixed = (prefix: string, entries: readonly [string, Operator][]): [string, Operator][] =>
  entries.map(([name, operator]) => [`${prefix}${name}`, operator]);

const named: [string, Operator][] = [
  ['StringEquals', text(stringOperators.equals)],
  ['StringEqualsIgnoreCase', text(stringOperators.equalsIgnoreCase)],
  ['StringLike', text(stringOperators.like)],
  ['ArnEquals', text(arnMatches)],
  ['ArnLike', text(arnMatches)],
  ...prefixed('Numeric', comparing(Number, isNumber, 'a number')),
  ...prefixed('Date', comparing(momentOf, isMoment, 'a date, "2026-01-31T00:00:00Z", or seconds since 1970')),
  [
    'Bool',
    {
      ...positive,
      variables: true,
      takes: isBoolean,
      expected: '"true" or "false"',
      test: (actual, wanted, variables) => stringOperators.equalsIgnoreCase(actual, wanted, variables),
    },
  ],
  [
    'BinaryEquals',
    {
      ...positive,
      variables: false,
      takes: isBase64,
      expected: 'base64',
      test: (actual, wanted) => isBase64(actual) && Buffer.from(actual, 'base64').equals(Buffer.from(wanted, 'base64')),
    },
  ],
  [
    'IpAddress',
    {
      ...positive,
      variables: false,
      takes: isRange,
      expected: 'an IP address or a range, "203.0.113.0/24"',
      test: (actual, wanted) => (isAddress(actual) ? within(actual, wanted) : undefined),
    },
  ],
];

const negations: Readonly<Record<string, string>> = {
  StringEquals: 'StringNotEquals',
  StringEqualsIgnoreCase: 'StringNotEqualsIgnoreCase',
  StringLike: 'StringNotLike',
  ArnEquals: 'ArnNotEquals',
  ArnLike: 'ArnNotLike',
  NumericEquals: 'NumericNotEquals',
  DateEquals: 'DateNotEquals',
  IpAddress: 'NotIpAddress',
};

/**
 * The condition operators by name, without `ForAllValues:`, `ForAnyValue:` and `IfExists`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operators: ReadonlyMap<string, Operator> = new Map(
  named.flatMap(([name, operator]): [string, Operator][] => {
    const negation = negations[name];
    return [[name, operator], ...(negation ? [[negation, { ...operator, negated: true }] as [string, Operator]] : [])];
  }),
);
