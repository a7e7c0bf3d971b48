import { otherValue } from './other-value';
import { type Block } from './schema';
import { type Json, type Resources, type Sink } from './sink';

/** One argument of one resource, changed. */
export interface Change {
  readonly type: string;
  /** The resource's name in the kitchen sink. */
  readonly name: string;
  /** Names of blocks, then of the argument. */
  readonly path: readonly string[];
  readonly kind: 'another value' | 'left out';
  /** The resource as it is, and as it becomes. */
  readonly before: Json;
  readonly changed: Json;
}

/**
 * Every argument of the kitchen sink's resources, changed in turn: to another value, and left out where the provider says that it
 * is optional.
 */
export function changesOf(sink: Sink, resources: Resources, types: Readonly<Record<string, Block>>): Change[] {
  return Object.entries(resources).flatMap(([type, named]) => {
    const tried = Object.entries(named).filter(([name]) => sink.isTried(type, name));
    const richestFirst = tried.sort(([, one], [, other]) => lengthOf(other) - lengthOf(one));
    const counted = sink.instances === 'richest' ? richestFirst.slice(0, 1) : richestFirst;
    const changes = counted.flatMap(([name, resource]) => changesTo(sink, types[type]!, { type, name, resource }));
    return changes.filter((each, index) => changes.findIndex((one) => isSame(one, each)) === index);
  });
}

const lengthOf = (resource: Json): number => JSON.stringify(resource).length;

const isSame = (one: Change, other: Change): boolean =>
  one.kind === other.kind && one.path.join('.') === other.path.join('.');

interface Tried {
  readonly type: string;
  readonly name: string;
  readonly resource: Json;
}

const changesTo = (sink: Sink, block: Block, { type, name, resource: before }: Tried): Change[] =>
  argumentsOf(sink, block, before, []).flatMap(({ path, required, value }) => {
    const other = value === undefined ? undefined : otherValue(sink, type, path, value);
    const change = { type, name, path, before };
    return [
      ...(other === undefined
        ? []
        : [{ ...change, kind: 'another value' as const, changed: replaced(before, path, other) }]),
      ...(required ? [] : [{ ...change, kind: 'left out' as const, changed: replaced(before, path, undefined) }]),
    ];
  });

interface Argument {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly required: boolean;
}

function argumentsOf(sink: Sink, block: Block, resource: Json, above: readonly string[]): Argument[] {
  const attributes = Object.entries(block.attributes ?? {})
    .filter(([name, { required, optional }]) => (required || optional) && name in resource)
    .filter(([name]) => !sink.identities.has(name))
    .map(([name, { required = false }]) => ({ path: [...above, name], value: resource[name], required }));
  const blocks = Object.entries(block.block_types ?? {})
    .filter(([name]) => name in resource)
    .flatMap(([name, { block: inner, min_items = 0 }]) => {
      const value = resource[name];
      const first = (Array.isArray(value) ? value[0] : value) as Json;
      const path = [...above, name];
      return [{ path, value: undefined, required: min_items > 0 }, ...argumentsOf(sink, inner, first, path)];
    });
  return [...attributes, ...blocks];
}

/** The resource with another value at the path; undefined takes it out. */
function replaced(resource: Json, [name, ...rest]: readonly string[], value: unknown): Json {
  const { [name!]: before, ...others } = resource;
  if (rest.length === 0) return value === undefined ? others : { ...others, [name!]: value };
  if (!Array.isArray(before)) return { ...others, [name!]: replaced(before as Json, rest, value) };
  return { ...others, [name!]: [replaced(before[0] as Json, rest, value), ...before.slice(1)] };
}
