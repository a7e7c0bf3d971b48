import { isObject } from '../terraform/unreadable';
import { parseTemplate } from './template';

/** Characters that stand in no document. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');
const JSONENCODE = /^jsonencode\((.*)\)$/s;

/**
 * A JSON document with expressions in it, as an object with the expressions in its texts: `{"a":"${join("", [b.c])}"}`, whose quotation
 * marks are of the expression and not of the document. An expression may also stand for a value: `{"paths":${jsonencode(x)}}`.
 *
 * @returns undefined for what is no JSON between its expressions
 */
export function parseJsonTemplate(text: string): unknown {
  const pieces = parseTemplate(text);
  if (pieces === undefined) return undefined;
  const expressions: string[] = [];
  let inText = false;
  const marked = pieces.map((piece) => {
    if (typeof piece === 'string') {
      if (quotes(piece) % 2 === 1) inText = !inText;
      return piece.replace(/([$%])\{/g, '$1$1{');
    }
    const mark = `${OPEN}${expressions.push(piece.expression) - 1}${CLOSE}`;
    return inText ? mark : `"${mark}"`;
  });
  try {
    return restored(JSON.parse(marked.join('')), expressions);
  } catch {
    return undefined;
  }
}

/** Those that begin or end a text. */
const quotes = (json: string): number => json.replace(/\\./gs, '').split('"').length - 1;

function restored(value: unknown, expressions: readonly string[]): unknown {
  if (typeof value === 'string') return value.replace(MARK, (_, index: string) => written(expressions[Number(index)]!));
  if (Array.isArray(value)) return value.map((item) => restored(item, expressions));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [restored(key, expressions), restored(item, expressions)]),
  );
}

const written = (expression: string): string => `\${${JSONENCODE.exec(expression)?.[1] ?? expression}}`;
