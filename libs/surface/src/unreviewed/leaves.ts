import { isUnknown, type Unknown } from '../model/value';
import { settled } from '../terraform/settle';
import { isObject } from '../terraform/unreadable';
import type { Unreviewed } from './changes';

/** One value deep in an argument, on both sides. */
export interface Leaf {
  /** `ingress.cidr_blocks` */
  readonly path: string;
  /** `cidr_blocks` */
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The block that it is in, afterwards. */
  readonly block: Readonly<Record<string, unknown>>;
}

/** Every value of the arguments that a change sets or alters; lists of texts as one. */
export function leavesOf({ change, resource }: Unreviewed): readonly Leaf[] {
  const { changed, before, after } = change;
  const found: Leaf[] = [];
  for (const name of changed) {
    if (QUIET.has(name)) continue;
    const value = resource?.raw(name) ?? after?.[name];
    walk({ path: name, name, before: before?.[name], after: value, block: after ?? {} }, found);
  }
  return found;
}

const QUIET = new Set(['tags', 'tags_all', 'description', 'id', 'arn']);

function walk(leaf: Leaf, found: Leaf[]): void {
  const { path, name, block } = leaf;
  const [before, after] = [partsIn(leaf.before), partsIn(leaf.after)];
  if (Array.isArray(after) && after.some((item) => isObject(item) && !isUnknown(item))) {
    // Blocks have no order, and those that stay are left out.
    const [was, becomes] = [listOf(before), after as unknown[]];
    const had = new Set(was.map(textOf));
    const has = new Set(becomes.map(textOf));
    const gone = was.filter((item) => !has.has(textOf(item)));
    becomes
      .filter((item) => !had.has(textOf(item)))
      .forEach((item, index) => walk({ path, name, before: gone[index], after: item, block }, found));
  } else if (isObject(after) && !isUnknown(after) && !isPolicy(after)) {
    const was = isObject(before) && !isUnknown(before) ? before : {};
    for (const [key, value] of Object.entries(after))
      walk({ path: `${path}.${key}`, name: key, before: was[key], after: value, block: after }, found);
  } else {
    found.push(leaf);
  }
}

/** A text in JSON that may say who gets in, as what it says; a policy stays a text. */
function partsIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value) || !/public|principal/i.test(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return isPolicy(parsed) ? value : parsed;
  } catch {
    return value;
  }
}

/** A policy that is no text. */
export const isPolicy = (value: unknown): boolean => isObject(value) && 'Statement' in value;

/** What Terraform hides, or what nothing in the plan says; what AWS chooses, nobody wrote. */
export function hiddenHow(value: unknown, { resource, catalog }: Unreviewed): 'secret' | 'open' | undefined {
  const all = isUnknown(value) ? [value] : Array.isArray(value) ? value.filter(isUnknown) : [];
  if (all.some(({ sensitive }) => sensitive)) return 'secret';
  if (!resource) return undefined;
  // An address or a network of what the same plan makes is one of the team's.
  const isMade = (each: Unknown) => {
    const named = catalog.referencesOf(resource, each);
    return named.length > 0 && named.every(({ resource: made }) => made?.mode === 'managed' && OF_AWS.test(made.type));
  };
  const isOpen = (each: Unknown) =>
    each.references !== undefined && settled(each, resource, catalog) === undefined && !isMade(each);
  return all.some(isOpen) ? 'open' : undefined;
}

const OF_AWS = /^aws_/;

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';
