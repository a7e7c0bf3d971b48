import { type JsonObject, type JsonPath, type JsonValue, isObject } from './json';
import { type Layer } from './layer';

export interface Merged {
  readonly value: JsonObject;
  /** Where a null was written that had nothing to remove: most often a slip in the key. */
  readonly idleRemovals: readonly { readonly layer: Layer; readonly path: JsonPath }[];
}

/**
 * Lays files over each other as a JSON merge patch does (RFC 7396): objects merge, lists and scalars
 * replace, and null removes what was inherited.
 *
 * @param layers most derived first
 */
export function mergeLayers(layers: readonly Layer[]): Merged {
  let value: JsonObject = {};
  const idleRemovals: { layer: Layer; path: JsonPath }[] = [];
  for (const layer of [...layers].reverse()) {
    value = merge(value, layer.value, [], (path) => idleRemovals.push({ layer, path }));
  }
  return { value, idleRemovals };
}

function merge(
  target: JsonObject,
  patch: JsonObject,
  path: JsonPath,
  onIdleRemoval: (path: JsonPath) => void,
): JsonObject {
  // Entries, because assigning a key such as "__proto__" would lose it instead of reporting it.
  const entries = new Map<string, JsonValue>(Object.entries(target));
  for (const [key, value] of Object.entries(patch)) {
    const at = [...path, key];
    if (value === null) {
      if (!entries.delete(key)) onIdleRemoval(at);
      continue;
    }
    const inherited = entries.get(key) ?? {};
    entries.set(key, isObject(value) ? merge(isObject(inherited) ? inherited : {}, value, at, onIdleRemoval) : value);
  }
  return Object.fromEntries(entries);
}
