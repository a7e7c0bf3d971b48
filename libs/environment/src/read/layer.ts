import { type Complaint, type Problem } from '../problem';
import { type JsonObject, type JsonPath, formatPath, formatValue, isObject, valueAt } from './json';

export interface Position {
  /** One-based. */
  readonly line: number;
  readonly column: number;
}

/** One source of values: a file of an `extends` chain, or an environment variable laid over it. */
export interface Layer {
  /** As a person names it: a file relative to the workspace, or the variable. */
  readonly source: string;
  readonly value: JsonObject;
  /** Where in the source a value is written; undefined when the source has no lines. */
  positionOf(path: JsonPath): Position | undefined;
}

/**
 * Gives a complaint the place in which its value was actually written; for a value that is missing, the
 * nearest object around it.
 *
 * @param layers most derived first
 */
export function locate(layers: readonly Layer[], merged: JsonObject, complaint: Complaint): Problem {
  const { path, about, expected, fix } = complaint;
  const [layer, written] = writerOf(layers, path);
  const removed = written === path && valueAt(layer.value, path) === null;
  const value = removed ? 'null, which removes what was inherited' : formatValue(valueAt(merged, path));
  return {
    file: layer.source,
    ...layer.positionOf(written),
    path: formatPath(path),
    ...(about !== undefined && { about }),
    expected,
    found: complaint.found ?? value,
    fix,
  };
}

function writerOf(layers: readonly Layer[], path: JsonPath): [Layer, JsonPath] {
  for (const layer of layers) {
    if (valueAt(layer.value, path) !== undefined) return [layer, path];
    if (replaces(layer.value, path)) break;
  }
  if (path.length > 0) return writerOf(layers, path.slice(0, -1));
  throw new Error('An environment has at least one layer.');
}

/** A list, a scalar or null above `path` hides what the files below this one wrote there. */
function replaces(value: JsonObject, path: JsonPath): boolean {
  return path.some((_, depth) => {
    const above = valueAt(value, path.slice(0, depth));
    return above !== undefined && !isObject(above);
  });
}
