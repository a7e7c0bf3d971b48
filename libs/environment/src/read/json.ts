export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}
/** Keys and list indexes from the root of an environment file to one value in it. */
export type JsonPath = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is written at `path`, or undefined when nothing is. */
export function valueAt(root: JsonValue, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, JsonValue>)[step];
  }
  return value;
}

/** The path as people write it: `clients.app.scopes[0]`, `tags["cost center"]`. */
export function formatPath(path: JsonPath): string {
  const text = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return text.join('').replace(/^\./, '');
}

const LONGEST_FOUND = 100;

/** A value as an error message shows it: exact when short, its kind when not. */
export function formatValue(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  if (text.length <= LONGEST_FOUND) return text;
  if (typeof value === 'string') return `${text.slice(0, LONGEST_FOUND)}… (${value.length} characters)`;
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
