import { type z } from 'zod';
import { type Problem } from '../problem';
import { expectedPhrase } from '../schema/expected-phrase';
import { explain } from '../schema/explain';
import { type FieldSchema } from '../schema/json-schema';
import { settingsOf } from './chain';
import { readJsonFile } from './json-file';
import { type Layer, locate } from './layer';

interface CheckedFile<T> {
  /** Absent when something in it is wrong. */
  readonly data?: T;
  readonly problems: readonly Problem[];
  /** Names lines of the file; absent when it cannot be read. */
  readonly layer?: Layer;
}

/**
 * Reads a JSON file that extends no other, and checks it.
 *
 * @param name of the file, for people
 * @param fields the schema once more, as JSON Schema
 */
export function readChecked<T>(file: string, name: string, schema: z.ZodType<T>, fields: FieldSchema): CheckedFile<T> {
  const json = readJsonFile(file, name);
  if ('file' in json) return { problems: [json] };
  const written = settingsOf(json.value);
  const layer: Layer = { source: name, value: written, positionOf: json.positionOf };
  const parsed = schema.safeParse(written, { error: expectedPhrase });
  const wrong = (parsed.error?.issues ?? [])
    .flatMap((issue) => explain(issue, written, { schema: fields, extends: false }))
    .map((complaint) => locate([layer], written, complaint));
  return { data: parsed.data, problems: [...json.problems, ...wrong], layer };
}
