import { type z } from 'zod';
import { checks } from './checks';
import { type Complaint, overlap } from './problem';
import { type JsonObject } from './read/json';
import { type Layer, locate } from './read/layer';
import { type EnvironmentFile, type SettingsSchema, schemaWith } from './schema/environment';
import { expectedPhrase } from './schema/expected-phrase';
import { explain } from './schema/explain';
import { resolvedSchema } from './schema/json-schema';
import { trusted } from './schema/trusted';

/**
 * Checks a merged environment in two steps: the shape of every value, then what must hold between the sound ones.
 *
 * @param layers where the values come from, most derived first
 * @param settings what the team's own settings may be
 * @default - any JSON
 */
export function validate(written: JsonObject, layers: readonly Layer[], settings?: SettingsSchema) {
  const parsed = schemaWith(settings).safeParse(written, { error: expectedPhrase });
  const issues = parsed.error?.issues ?? [];
  const wrong = issues.length === 0 ? [] : complaintsOf(issues, written, settings);
  const sound = trusted(written, issues);
  const between = checks.flatMap((check) => check(sound)).filter(isNews(wrong));
  return {
    /** Undefined when a value has the wrong type or shape. */
    environment: parsed.data as EnvironmentFile | undefined,
    problems: [...wrong, ...between].map((complaint) => locate(layers, written, complaint)),
  };
}

function complaintsOf(
  issues: readonly z.core.$ZodIssue[],
  written: JsonObject,
  settings?: SettingsSchema,
): Complaint[] {
  const file = { schema: resolvedSchema(settings), extends: true };
  return once(issues.flatMap((issue) => explain(issue, written, file)));
}

/** One value can fail several checks of its field, which all say the same. */
function once(complaints: readonly Complaint[]): Complaint[] {
  return [...new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint])).values()];
}

/** Keeps what does not merely follow from a value that is already reported. */
function isNews(wrong: readonly Complaint[]) {
  return (complaint: Complaint): boolean =>
    ![complaint.path, ...(complaint.reads ?? [])].some((path) => wrong.some((other) => overlap(path, other.path)));
}
