import { type z } from 'zod';
import { type Unverified } from '../checks/check';
import { type JsonObject, type JsonPath, type JsonValue, valueAt } from '../read/json';
import { type EnvironmentFile } from './environment';

/**
 * What is left of an environment when every value that zod found wrong is taken out. Keys stay, so that what
 * names them (a scope, a client) is not reported as unknown too.
 */
export function trusted(written: JsonObject, issues: readonly z.core.$ZodIssue[]): Unverified<EnvironmentFile> {
  const copy = structuredClone(written);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_key') blank(copy, issue.path as JsonPath);
  }
  return copy as Unverified<EnvironmentFile>;
}

function blank(root: JsonObject, path: JsonPath): void {
  const parent = valueAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined) return;
  if (Object.hasOwn(parent, last)) (parent as Record<string | number, JsonValue | undefined>)[last] = undefined;
}
