import { didYouMean } from '@gatehouse/checks';
import { type z } from 'zod';
import { type Complaint } from '../problem';
import { type JsonObject, type JsonPath, formatValue, valueAt } from '../read/json';
import { alternatives } from './alternatives';
import { type FieldSchema, fieldAt, membersOf } from './json-schema';
import { movedField } from './moved-fields';

type Issue = z.core.$ZodIssue;

/** What a file may say. */
export interface FileSchema {
  readonly schema: FieldSchema;
  /** Whether it may extend another file. */
  readonly extends: boolean;
}

/** What an issue that zod found has to say to the person who wrote the file. */
export function explain(issue: Issue, written: JsonObject, file: FileSchema): Complaint[] {
  const path = issue.path as JsonPath;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => movedField([...path, key]) ?? unknownKey(path, key, file));
  }
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
  if (issue.code === 'invalid_union') {
    const { expected, inside } = alternatives(issue);
    if (inside !== undefined) return inside.flatMap((each) => explain(each, written, file));
    return [complaint({ ...issue, message: expected }, written, file)];
  }
  return [complaint(issue, written, file)];
}

function complaint(issue: Issue, written: JsonObject, file: FileSchema): Complaint {
  const path = issue.path as JsonPath;
  const about = fieldAt(path, file.schema)?.description;
  const missing = valueAt(written, path) === undefined;
  const where = file.extends ? 'here or in a file that this one extends' : 'here';
  const fix = missing ? `Add it ${where}.` : (suggestion(issue, valueAt(written, path)) ?? 'Correct the value.');
  return { path, about, expected: issue.message, fix };
}

function suggestion(issue: Issue, value: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return undefined;
  return didYouMean(
    value,
    issue.values.filter((each) => typeof each === 'string'),
  );
}

function unknownKey(parent: JsonPath, key: string, file: FileSchema): Complaint {
  const known = Object.keys(membersOf(fieldAt(parent, file.schema)));
  const aboutTheFile = file.extends ? ['$schema', 'extends'] : ['$schema'];
  const all = parent.length === 0 ? [...aboutTheFile, ...known] : known;
  return {
    path: [...parent, key],
    expected: all.length === 0 ? 'an object without keys' : `one of the keys ${all.join(', ')}`,
    found: `the unknown key ${formatValue(key)}`,
    fix: didYouMean(key, all) ?? 'Remove it, or correct its name.',
  };
}
