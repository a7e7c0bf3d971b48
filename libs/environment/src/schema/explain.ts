import { didYouMean } from '@gatehouse/checks';
import { type z } from 'zod';
import { type Complaint } from '../problem';
import { type JsonObject, type JsonPath, formatValue, valueAt } from '../read/json';
import { type FieldSchema, fieldAt } from './json-schema';

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

/** What is expected, in words, where a field has no phrase of its own. */
export const expectedPhrase: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  return undefined;
};

/**
 * What an issue that zod found has to say to the person who wrote the file.
 *
 * @param schema what the file may say
 * @default - what an environment file may say
 */
export function explain(issue: Issue, written: JsonObject, schema?: FieldSchema): Complaint[] {
  const path = issue.path as JsonPath;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, schema));
  if (issue.code === 'invalid_key') {
    return [
      {
        path,
        expected: issue.issues[0]?.message ?? 'another key',
        found: JSON.stringify(path.at(-1)),
        fix: 'Rename the key.',
      },
    ];
  }
  const about = fieldAt(path, schema)?.description;
  const missing = valueAt(written, path) === undefined;
  const where = schema === undefined ? 'here or in a file that this one extends' : 'here';
  const fix = missing ? `Add it ${where}.` : (suggestion(issue, valueAt(written, path)) ?? 'Correct the value.');
  return [{ path, about, expected: issue.message, fix }];
}

function suggestion(issue: Issue, value: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return undefined;
  return didYouMean(
    value,
    issue.values.filter((each) => typeof each === 'string'),
  );
}

function unknownKey(parent: JsonPath, key: string, schema?: FieldSchema): Complaint {
  const known = Object.keys(fieldAt(parent, schema)?.properties ?? {});
  const aboutTheFile = schema === undefined ? ['$schema', 'extends'] : ['$schema'];
  const all = parent.length === 0 ? [...aboutTheFile, ...known] : known;
  return {
    path: [...parent, key],
    expected: `one of the keys ${all.join(', ')}`,
    found: `the unknown key ${formatValue(key)}`,
    fix: didYouMean(key, all) ?? 'Remove it, or correct its name.',
  };
}
