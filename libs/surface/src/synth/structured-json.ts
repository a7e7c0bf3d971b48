import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

/** Arguments that hold a JSON document as text. */
const DOCUMENTS = ['body', 'policy', 'assume_role_policy'];
const JSONENCODE = /^\$\{jsonencode\((.*)\)\}$/s;

/**
 * Evaluates an argument. A document with references in it would be unknown as a whole; it is taken apart first, so that
 * only those places are.
 */
export function structuredJson(name: string, value: unknown, evaluate: (value: unknown) => unknown): unknown {
  const result = evaluate(value);
  if (!isUnknown(result)) return name === 'inline_policy' ? inner(value, evaluate) : result;
  if (!DOCUMENTS.includes(name) || typeof value !== 'string') return result;
  const encoded = JSONENCODE.exec(value)?.[1];
  if (encoded !== undefined) return evaluate(`\${${encoded}}`);
  try {
    return evaluate(JSON.parse(value));
  } catch {
    return result;
  }
}

/** Documents in blocks. */
function inner(value: unknown, evaluate: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, evaluate));
  if (!isObject(value)) return evaluate(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, structuredJson(name, item, evaluate)]));
}
