import { javaText } from './java-text';

// What the classes of Java have that templates work with; what they do not have is not there, whatever JavaScript has.

type Methods<T> = Readonly<Record<string, (self: T, ...args: never[]) => unknown>>;

/** https://docs.oracle.com/javase/8/docs/api/java/lang/String.html */
const STRING: Methods<string> = {
  charAt: (self: string, index: number) => self.charAt(index),
  concat: (self, more: string) => self + more,
  contains: (self, part: string) => self.includes(part),
  endsWith: (self, part: string) => self.endsWith(part),
  equals: (self, other: unknown) => self === other,
  equalsIgnoreCase: (self, other: string) => self.toLowerCase() === String(other).toLowerCase(),
  indexOf: (self, part: string) => self.indexOf(part),
  isEmpty: (self) => self === '',
  lastIndexOf: (self, part: string) => self.lastIndexOf(part),
  length: (self) => self.length,
  matches: (self, pattern: string) => new RegExp(`^(?:${pattern})$`, 's').test(self),
  replace: (self, part: string, by: string) => self.replaceAll(part, () => by),
  replaceAll: (self, pattern: string, by: string) => self.replaceAll(new RegExp(pattern, 'g'), replacement(by)),
  replaceFirst: (self, pattern: string, by: string) => self.replace(new RegExp(pattern), replacement(by)),
  split: (self, pattern: string, limit?: number) => split(self, pattern, limit),
  startsWith: (self, part: string) => self.startsWith(part),
  substring: (self, from: number, to?: number) => self.substring(from, to),
  toLowerCase: (self) => self.toLowerCase(),
  toString: (self: string) => self,
  toUpperCase: (self) => self.toUpperCase(),
  trim: (self) => self.trim(),
};

/** https://docs.oracle.com/javase/8/docs/api/java/util/List.html */
const LIST: Methods<unknown[]> = {
  add: (self, item: unknown) => self.push(item) > 0,
  addAll: (self, items: unknown[]) => self.push(...items) > 0,
  contains: (self, item: unknown) => self.includes(item),
  get: (self, index: number) => self[index],
  indexOf: (self, item: unknown) => self.indexOf(item),
  isEmpty: (self) => self.length === 0,
  remove: (self, index: number) => self.splice(index, 1)[0],
  set: (self, index: number, item: unknown) => self.splice(index, 1, item)[0],
  size: (self) => self.length,
  subList: (self, from: number, to: number) => self.slice(from, to),
  toString: javaText,
};

type Map = Record<string, unknown>;

/** Maps that give the empty string for what they do not have, as those of `$input.params()` do. */
const parameterMaps = new WeakSet<object>();

/** Marks a map as one of `$input.params()`. */
export function parameterMap(entries: Readonly<Record<string, string>>): Map {
  const map = Object.assign(Object.create(null) as Map, entries);
  parameterMaps.add(map);
  return map;
}

const missingOf = (map: Map): unknown => (parameterMaps.has(map) ? '' : undefined);

/** https://docs.oracle.com/javase/8/docs/api/java/util/Map.html */
const MAP: Methods<Map> = {
  containsKey: (self, key: string) => Object.hasOwn(self, key),
  containsValue: (self, value: unknown) => Object.values(self).includes(value),
  entrySet: (self) => Object.entries(self).map(([key, value]) => ({ key, value })),
  get: (self, key: string) => (Object.hasOwn(self, key) ? self[key] : missingOf(self)),
  getKey: (self) => self['key'],
  getOrDefault: (self, key: string, otherwise: unknown) => (Object.hasOwn(self, key) ? self[key] : otherwise),
  getValue: (self) => self['value'],
  isEmpty: (self) => Object.keys(self).length === 0,
  keySet: (self) => Object.keys(self),
  put: (self, key: string, value: unknown) => put(self, key, value),
  putAll: (self, more: Map) => void Object.entries(more).forEach(([key, value]) => put(self, key, value)),
  remove: (self, key: string) => {
    const before = Object.hasOwn(self, key) ? self[key] : undefined;
    delete self[key];
    return before;
  },
  size: (self) => Object.keys(self).length,
  toString: javaText,
  values: (self) => Object.values(self),
};

const OTHER: Methods<unknown> = {
  equals: (self, other: unknown) => self === other,
  intValue: (self) => Math.trunc(Number(self)),
  toString: String,
};

interface Call {
  readonly property: string;
  readonly context: unknown;
  readonly params: readonly unknown[];
}

/** For velocityjs: a call on a value of a template. Functions of `$input` and `$util` are called as they are. */
export const javaMethods = {
  uid: 'java',
  match: ({ context, property }: Call): boolean =>
    context !== undefined &&
    context !== null &&
    !(typeof context === 'object' && Object.hasOwn(context, property) && isFunction(context, property)),
  resolve: ({ context, params, property }: Call): unknown => {
    const methods = methodsOf(context);
    const method = Object.hasOwn(methods, property) ? methods[property] : undefined;
    return method?.(context as never, ...(params as never[]));
  },
};

function methodsOf(value: unknown): Methods<never> {
  if (typeof value === 'string') return STRING;
  if (Array.isArray(value)) return LIST;
  return typeof value === 'object' ? MAP : OTHER;
}

const isFunction = (owner: object, name: string): boolean =>
  typeof (owner as Record<string, unknown>)[name] === 'function';

/** Of Java's: `$0` is the match, `$1` its first group, and `\x` is x itself. */
const replacement =
  (by: string) =>
  (...match: readonly unknown[]): string =>
    by.replace(/\\(.)|\$(\d)/gs, (_, literal: string | undefined, group: string) =>
      String(literal ?? match[Number(group)] ?? ''),
    );

/** Without a limit Java leaves out what is empty at the end. */
function split(text: string, pattern: string, limit = 0): string[] {
  const parts = text.split(new RegExp(pattern));
  if (limit > 0 && parts.length > limit) {
    const head = parts.slice(0, limit - 1);
    const at = head.reduce((from, part) => text.indexOf(part, from) + part.length, 0);
    return [...head, text.slice(at).replace(new RegExp(`^(?:${pattern})`), '')];
  }
  while (limit === 0 && parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

/** @returns what was there before */
function put(map: Map, key: string, value: unknown): unknown {
  const before = Object.hasOwn(map, key) ? map[key] : undefined;
  // Not an assignment: `__proto__` is a key like any other.
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  return before;
}
