import type { PlannedChange } from '../changes/planned-change';
import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

/** One value deep in an argument, on both sides. */
export interface Leaf {
  /** `ingress.cidr_blocks` */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The block that it is in, afterwards. */
  readonly block: Readonly<Record<string, unknown>>;
}

/** Every value of the arguments that a change sets or alters; lists of texts as one. */
export function leavesOf({ changed, before, after }: PlannedChange): readonly Leaf[] {
  const found: Leaf[] = [];
  for (const name of changed) if (!QUIET.has(name)) walk(name, before?.[name], after?.[name], after ?? {}, found);
  return found;
}

const QUIET = new Set(['tags', 'tags_all', 'description', 'id', 'arn']);

function walk(path: string, before: unknown, after: unknown, block: Leaf['block'], found: Leaf[]): void {
  if (Array.isArray(after) && after.some((item) => isObject(item) && !isUnknown(item))) {
    const was = Array.isArray(before) ? before : [];
    after.forEach((item, index) => walk(path, was[index], item, block, found));
  } else if (isObject(after) && !isUnknown(after) && !isPolicy(after)) {
    const was = isObject(before) && !isUnknown(before) ? before : {};
    for (const [name, value] of Object.entries(after)) walk(`${path}.${name}`, was[name], value, after, found);
  } else {
    found.push({ path, before, after, block });
  }
}

/** A policy that is no text. */
export const isPolicy = (value: unknown): boolean => isObject(value) && 'Statement' in value;
