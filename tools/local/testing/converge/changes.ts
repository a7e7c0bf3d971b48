import { otherValue } from './other-value';
import { type Block } from './schema';

/** One argument of one resource, changed. */
export interface Change {
  readonly type: string;
  /** The resource's name in the kitchen sink. */
  readonly name: string;
  /** Names of blocks, then of the argument. */
  readonly path: readonly string[];
  readonly kind: 'another value' | 'left out';
  /** The resource as it becomes. */
  readonly changed: Json;
}

export type Json = Readonly<Record<string, unknown>>;
export type Resources = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** What names a resource in AWS and would make another of it. */
const identities = new Set(['id', 'tags', 'tags_all', 'username']);

/**
 * Every argument of the kitchen sink's Cognito resources, changed in turn: to another value, and left out where the provider
 * says that it is optional. Of each type that resource counts which has most arguments.
 */
export function changesOf(resources: Resources, types: Readonly<Record<string, Block>>): Change[] {
  return Object.entries(resources)
    .filter(([type]) => type.startsWith('aws_cognito_'))
    .flatMap(([type, named]) => {
      const [name, resource] = richest(named);
      return changesIn(types[type]!, resource, []).flatMap(({ path, required, value }) =>
        variants(path, value, required).map(({ kind, changed }) => ({
          type,
          name,
          path,
          kind,
          changed: replaced(resource, path, changed),
        })),
      );
    });
}

const richest = (named: Resources[string]): [string, Json] =>
  Object.entries(named).sort(([, one], [, other]) => JSON.stringify(other).length - JSON.stringify(one).length)[0]!;

interface Argument {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly required: boolean;
}

function changesIn(block: Block, resource: Json, above: readonly string[]): Argument[] {
  const attributes = Object.entries(block.attributes ?? {})
    .filter(([name, { required, optional }]) => (required || optional) && name in resource && !identities.has(name))
    .map(([name, { required = false }]) => ({ path: [...above, name], value: resource[name], required }));
  const blocks = Object.entries(block.block_types ?? {})
    .filter(([name]) => name in resource)
    .flatMap(([name, { block: inner, min_items = 0 }]) => {
      const value = resource[name];
      const first = (Array.isArray(value) ? value[0] : value) as Json;
      const path = [...above, name];
      return [{ path, value: undefined, required: min_items > 0 }, ...changesIn(inner, first, path)];
    });
  return [...attributes, ...blocks];
}

function variants(path: readonly string[], value: unknown, required: boolean) {
  const other = value === undefined ? undefined : otherValue(path, value);
  return [
    ...(other === undefined ? [] : [{ kind: 'another value' as const, changed: other }]),
    ...(required ? [] : [{ kind: 'left out' as const, changed: undefined }]),
  ];
}

/** The resource with another value at the path; undefined takes it out. */
function replaced(resource: Json, [name, ...rest]: readonly string[], value: unknown): Json {
  const { [name!]: before, ...others } = resource;
  if (rest.length === 0) return value === undefined ? others : { ...others, [name!]: value };
  if (!Array.isArray(before)) return { ...others, [name!]: replaced(before as Json, rest, value) };
  return { ...others, [name!]: [replaced(before[0] as Json, rest, value), ...before.slice(1)] };
}
