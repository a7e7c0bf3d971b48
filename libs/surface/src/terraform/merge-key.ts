import { unreadable, type Unknown } from '../model/value';
import { isObject } from './unreadable';

type Members = Readonly<Record<string, unknown>>;

/**
 * YAML's merge key, `<<: *anchor`: with it, an object has the members of others as well. It is of YAML 1.1 alone, and AWS does not
 * say whether API Gateway reads it: what is only there is neither set nor missing.
 */
export const hasMergeKey = (values: Members): boolean => KEY in values;

/** A member that is not the object's own. Undefined: none of the merged objects has it either. */
export function mergedMember(values: Members, name: string): Unknown | undefined {
  const found = mergedInto(values).flatMap((source) => (source[name] === undefined ? [] : [source[name]]));
  return found.length === 0 ? undefined : unreadable(JSON.stringify(found));
}

/** The names of an object's own members, and of those that are merged into it. */
export const namesWithMerged = (values: Members): readonly string[] => [
  ...new Set([values, ...mergedInto(values)].flatMap(Object.keys).filter((name) => name !== KEY)),
];

const KEY = '<<';

function mergedInto(values: Members): readonly Members[] {
  const merged = values[KEY];
  const sources = (Array.isArray(merged) ? merged : [merged]).filter(isObject);
  return sources.flatMap((source) => [source, ...mergedInto(source)]);
}
