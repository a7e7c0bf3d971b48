import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { asText, decoded } from './encoded';
import { parseJsonTemplate } from './json-template';

/** Arguments that hold a JSON document as text. */
const DOCUMENTS = [
  'access_policy',
  'assume_role_policy',
  'body',
  'policy',
  'policy_document',
  'resource_policy',
  'template_body',
];
/** YAML is only another way to write it. */
const ENCODED = /^\$\{(?:json|yaml)encode\((.*)\)\}$/s;

/**
 * Evaluates an argument. A document with references in it would be unknown as a whole; it is taken apart first, so that
 * only those places are.
 */
export function structuredJson(name: string, value: unknown, evaluate: (value: unknown) => unknown): unknown {
  const evaluated = evaluate(value);
  const result = DOCUMENTS.includes(name) ? decoded(evaluated) : asText(evaluated);
  if (!isUnknown(result)) return name === 'inline_policy' ? inner(value, evaluate) : result;
  if (!DOCUMENTS.includes(name) || typeof value !== 'string') return result;
  const encoded = ENCODED.exec(value)?.[1];
  if (encoded !== undefined) return evaluate(`\${${encoded}}`);
  const document = withKeys(parsed(value), evaluate, name === 'body');
  return document === undefined || typeof document === 'string' ? result : evaluate(document);
}

function parsed(text: string): unknown {
  try {
    // Most expressions are references, without quotation marks.
    return JSON.parse(text);
  } catch {
    return parseJsonTemplate(text);
  }
}

/**
 * With the names of its members evaluated.
 *
 * @param whole undefined where a name is unknown: of a path that is not known no route can be read. Otherwise it stays as it is
 * written, as a condition of a policy may
 */
function withKeys(value: unknown, evaluate: (value: unknown) => unknown, whole: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withKeys(item, evaluate, whole));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, item]) => {
    const known = /[$%]\{/.test(name) ? evaluate(name) : name;
    return [typeof known === 'string' || whole ? known : name, withKeys(item, evaluate, whole)] as const;
  });
  return members.every(([name, item]) => typeof name === 'string' && item !== undefined)
    ? (Object.fromEntries(members as [string, unknown][]) as object)
    : undefined;
}

/** Documents in blocks. */
function inner(value: unknown, evaluate: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, evaluate));
  if (!isObject(value)) return evaluate(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, structuredJson(name, item, evaluate)]));
}
