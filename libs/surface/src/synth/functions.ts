import type * as Yaml from 'yaml';
import { isUnknown, secret } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { findUnknown } from '../terraform/convert';
import { Encoded } from './encoded';

type Call = (args: readonly unknown[]) => unknown;

const IDENTITY: Call = ([argument]) => argument;

/** Functions of which every argument has to be known. Undefined: not known. */
const OF_KNOWN: Readonly<Record<string, Call>> = {
  alltrue: ([list]) => (Array.isArray(list) ? list.every((item) => item === true) : undefined),
  anytrue: ([list]) => (Array.isArray(list) ? list.some((item) => item === true) : undefined),
  chomp: ([text]) => (isText(text) ? text.replace(/(?:\r?\n)+$/, '') : undefined),
  contains: ([list, item]) => (Array.isArray(list) ? list.includes(item) : undefined),
  format: ([pattern, ...values]) => (isText(pattern) ? format(pattern, values) : undefined),
  join: ([separator, ...lists]) => {
    const items = lists.flat();
    return isText(separator) && lists.every(Array.isArray) && items.every(isScalar) ? items.join(separator) : undefined;
  },
  lower: ([text]) => (isText(text) ? text.toLowerCase() : undefined),
  range: ([from, to]) =>
    typeof from === 'number' && from < 10_000 && to === undefined ? [...Array(from).keys()] : undefined,
  // Between slashes it is a regular expression, in a language of its own.
  replace: ([text, part, by]) =>
    isText(text) && isText(part) && isText(by) && !/^\/.*\/$/s.test(part) ? text.replaceAll(part, () => by) : undefined,
  split: ([separator, text]) => (isText(separator) && isText(text) ? text.split(separator) : undefined),
  startswith: ([text, part]) => (isText(text) && isText(part) ? text.startsWith(part) : undefined),
  trimprefix: ([text, part]) =>
    isText(text) && isText(part) ? (text.startsWith(part) ? text.slice(part.length) : text) : undefined,
  trimspace: ([text]) => (isText(text) ? text.trim() : undefined),
  trimsuffix: ([text, part]) =>
    isText(text) && isText(part) ? (text.endsWith(part) ? text.slice(0, text.length - part.length) : text) : undefined,
  upper: ([text]) => (isText(text) ? text.toUpperCase() : undefined),
  yamldecode: ([text]) => (isText(text) ? parsed(text, true) : undefined),
};

/** Functions that take what is not known along. */
const OF_PARTS: Readonly<Record<string, Call>> = {
  compact: ([list]) =>
    Array.isArray(list) && !list.some(isUnknown) ? list.filter((item) => item !== null && item !== '') : undefined,
  concat: (lists) => (lists.every(Array.isArray) ? lists.flat() : undefined),
  distinct: ([list]) => (Array.isArray(list) && !findUnknown(list) ? distinct(list) : undefined),
  element: ([list, index]) =>
    Array.isArray(list) && list.length > 0 && typeof index === 'number' ? list[index % list.length] : undefined,
  flatten: ([list]) => (Array.isArray(list) && !list.some(isUnknown) ? list.flat(Infinity) : undefined),
  jsondecode: ([text]) => (text instanceof Encoded ? text.value : isText(text) ? parsed(text, false) : undefined),
  jsonencode: ([value]) => encoded(value),
  keys: ([map]) => (isObject(map) && !isUnknown(map) ? Object.keys(map).sort() : undefined),
  length: ([value]) =>
    Array.isArray(value) ? value.length : isObject(value) && !isUnknown(value) ? Object.keys(value).length : undefined,
  lookup: ([map, key, fallback]) =>
    isObject(map) && !isUnknown(map) && isText(key) ? (Object.hasOwn(map, key) ? map[key] : fallback) : undefined,
  merge: (maps) => (maps.every((map) => isObject(map) && !isUnknown(map)) ? Object.assign({}, ...maps) : undefined),
  nonsensitive: IDENTITY,
  sensitive: ([value]) => (value === undefined || value === null ? value : secret()),
  tolist: IDENTITY,
  tomap: IDENTITY,
  toset: ([list]) => (Array.isArray(list) && !findUnknown(list) ? distinct(list) : list),
  tostring: IDENTITY,
  values: ([map]) =>
    isObject(map) && !isUnknown(map)
      ? Object.keys(map)
          .sort()
          .map((key) => map[key])
      : undefined,
  yamlencode: ([value]) => encoded(value),
  zipmap: ([keys, values]) =>
    Array.isArray(keys) && Array.isArray(values) && keys.every(isText)
      ? Object.fromEntries(keys.map((key, index) => [key, values[index]]))
      : undefined,
};

/**
 * What a function makes of its arguments.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
export function callFunction(name: string, args: readonly unknown[]): unknown {
  if (Object.hasOwn(OF_PARTS, name)) return OF_PARTS[name]?.(args);
  const call = Object.hasOwn(OF_KNOWN, name) ? OF_KNOWN[name] : undefined;
  return call === undefined || args.flat().some((arg) => isUnknown(arg) || arg instanceof Encoded)
    ? undefined
    : call(args);
}

/** YAML is only another way to write it. */
function encoded(value: unknown): unknown {
  if (isUnknown(value)) return undefined;
  return findUnknown(value) ? new Encoded(value) : JSON.stringify(value ?? null);
}

function parsed(text: string, asYaml: boolean): unknown {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it always
    return asYaml ? (require('yaml') as typeof Yaml).parse(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const distinct = (list: readonly unknown[]): unknown[] => {
  const seen = new Set<string>();
  return list.filter((item) => {
    const text = JSON.stringify(item);
    return !seen.has(text) && seen.add(text);
  });
};

/** Verbs without width and precision. */
function format(pattern: string, values: readonly unknown[]): string | undefined {
  let used = 0;
  let known = true;
  const text = pattern.replace(/%(.?)/g, (_, verb: string) => {
    if (verb === '%') return '%';
    const value = values[used++];
    known &&= ['s', 'd', 'v'].includes(verb) && isScalar(value);
    return String(value);
  });
  return known && used === values.length ? text : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
