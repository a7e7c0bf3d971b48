import type * as Yaml from 'yaml';
import { isUnknown, type Unknown } from '../model/value';
import { describeKind, isObject, UnreadableError } from './unreadable';

/** A JSON or YAML document in an argument, as an object; synthesized code may have it as one already. */
export function parseDocument(value: unknown, where: string): Record<string, unknown> | Unknown {
  if (isUnknown(value) || isObject(value)) return value;
  const parsed = typeof value === 'string' ? parseText(value, where) : value;
  if (!isObject(parsed)) throw new UnreadableError(where, 'a JSON or YAML document', describeKind(parsed));
  return parsed;
}

function parseText(text: string, where: string): unknown {
  try {
    // Far the most are JSON, and JSON.parse is far the faster.
    return text.trimStart().startsWith('{') ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw new UnreadableError(where, 'a JSON or YAML document', `one that does not parse (${(error as Error).name})`);
  }
}

/** Loaded when it is needed: every synthesis reads its own JSON, and loading the parser takes longer than that. */
function parseYaml(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it always, or be asynchronous
  const { parse } = require('yaml') as typeof Yaml;
  // Its warnings quote lines of the document, which may have secrets in them.
  return parse(text, { logLevel: 'error' });
}
