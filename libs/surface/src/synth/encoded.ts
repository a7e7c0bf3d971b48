import type * as Yaml from 'yaml';
import { isUnknown, unknown, type Unknown } from '../model/value';
import { findUnknown, unknownsIn } from '../terraform/convert';
import { isObject } from '../terraform/unreadable';

/** A text that is a document of which not everything is known: what `jsonencode` makes, or a template of JSON or YAML. */
export class Encoded {
  constructor(readonly value: unknown) {}
}

/** With documents in place of the texts that they are. */
export function decoded(value: unknown): unknown {
  if (value instanceof Encoded) return decoded(value.value);
  if (Array.isArray(value)) return value.map(decoded);
  if (!isObject(value) || isUnknown(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decoded(item)]));
}

/** With what is not known in place of texts of which not everything is. */
export function asText(value: unknown): unknown {
  if (value instanceof Encoded) return joined(unknownsIn(value.value));
  if (Array.isArray(value)) return value.map(asText);
  if (!isObject(value) || isUnknown(value)) return value;
  for (const key in value) {
    if (typeof value[key] === 'object' && findUnknown(value[key])) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asText(item)]));
    }
  }
  return value;
}

/** Characters that stand in no document. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/**
 * The document that a text is whose pieces are not all known.
 *
 * @returns undefined: it is no JSON or YAML around them, or a name in it is not known, so that nothing can be found by it
 */
export function documentOf(pieces: readonly unknown[]): Encoded | undefined {
  const open: unknown[] = [];
  const text = pieces.map((piece) =>
    isUnknown(piece) || piece instanceof Encoded ? `${OPEN}${open.push(piece) - 1}${CLOSE}` : String(piece),
  );
  if (!/[{\n]/.test(text.join(''))) return undefined;
  const value = parse(text.join(''));
  if (typeof value !== 'object' || value === null) return undefined;
  const restored = restore(value, open);
  return restored === undefined ? undefined : new Encoded(restored);
}

function parse(text: string): unknown {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it always
    const { parse: parseYaml } = require('yaml') as typeof Yaml;
    return parseYaml(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function restore(value: unknown, open: readonly unknown[]): unknown {
  if (typeof value === 'string') return restoreText(value, open);
  if (Array.isArray(value)) {
    const items = value.map((item) => restore(item, open));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, restore(item, open)] as const);
  return entries.some(([key, item]) => key.includes(OPEN) || item === undefined)
    ? undefined
    : Object.fromEntries(entries);
}

function restoreText(text: string, open: readonly unknown[]): unknown {
  const found = [...text.matchAll(MARK)].map(([, index]) => open[Number(index)]);
  if (found.length === 0) return text;
  if (found.length === 1 && text === text.match(MARK)?.[0]) return found[0];
  return joined(found.filter(isUnknown)).with(knownUri(text.replace(MARK, '{}')));
}

/**
 * Which service is called is known where its region is not.
 *
 * @param text with `{}` in place of what is not known
 */
export const knownUri = (text: string): Pick<Unknown, 'uri'> =>
  /^arn:[^:]+:apigateway:/.test(text) ? { uri: text } : {};

/** One unknown value that is made from all of these. */
export function joined(open: readonly Unknown[]): Unknown {
  const stacks = new Set(open.map(({ stack }) => stack));
  const references = [...new Set(open.flatMap((each) => each.references ?? []))];
  // References of several stacks cannot be kept apart in one value.
  if (stacks.size > 1) return unknown();
  return unknown(references.length > 0 ? references : open[0]?.references, [...stacks][0]);
}
