import { type z } from 'zod';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const types: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const units: Readonly<Record<string, string>> = { string: 'characters', array: 'items' };

/** What is said of a value where nothing else is known. */
export const anyValue = 'a value that its schema accepts';

/** What is expected, in words that follow "expected", where a field has no phrase of its own. */
export const expectedPhrase: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return limit(issue, 'at least', 'above', issue.minimum);
    case 'too_big':
      return limit(issue, 'at most', 'below', issue.maximum);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return issue.pattern === undefined
        ? `a text of the form "${issue.format}"`
        : `a text that matches ${issue.pattern}`;
    default:
      return anyValue;
  }
};

function limit(
  issue: RawIssue & { origin: string; inclusive?: boolean },
  or: string,
  without: string,
  number: unknown,
) {
  const unit = units[issue.origin];
  if (unit !== undefined) return `${or} ${String(number)} ${unit}`;
  return issue.inclusive === false ? `a number ${without} ${String(number)}` : `a number of ${or} ${String(number)}`;
}
