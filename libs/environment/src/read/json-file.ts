import { readFileSync } from 'node:fs';
import { type Node, type ParseError, findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Problem } from '../problem';
import { type JsonObject, type JsonPath, formatPath, isObject } from './json';
import { type Position } from './layer';

export interface JsonFile {
  readonly value: JsonObject;
  positionOf(path: JsonPath): Position | undefined;
  /** Keys written twice in one object: JSON keeps the last, silently. */
  readonly problems: readonly Problem[];
}

/** Reads a JSON file with the line and column of every value in it, or says why it cannot be read. */
export function readJsonFile(path: string, name: string): JsonFile | Problem {
  const text = textOf(path, name);
  if (typeof text !== 'string') return text;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) return notJson(text, name, error);
  const value = JSON.parse(text) as unknown;
  if (!tree || !isObject(value)) {
    return {
      file: name,
      path: '',
      expected: 'an object',
      found: Array.isArray(value) ? 'a list' : String(value),
      fix: 'Write it as one JSON object: { … }.',
    };
  }
  return {
    value,
    positionOf: (at) => {
      const node = findNodeAtLocation(tree, [...at]);
      return node && positionAt(text, node.offset);
    },
    problems: duplicateKeys(tree, []).map(({ key, at }) => ({
      file: name,
      ...positionAt(text, key.offset),
      path: formatPath(at),
      expected: 'each key once in an object',
      found: `${JSON.stringify(key.value)} a second time`,
      fix: 'Remove one of the two: JSON keeps the last one without saying so.',
    })),
  };
}

function textOf(path: string, file: string): string | Problem {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const found = code === 'EISDIR' ? 'a folder' : `one that the system does not open (${code})`;
    return { file, path: '', expected: 'a file that can be read', found, fix: bringBack(file) };
  }
}

function notJson(text: string, file: string, { error, offset }: ParseError): Problem {
  const problem = { file, ...positionAt(text, offset), path: '', expected: 'JSON' };
  if (text.trim() === '') return { ...problem, found: 'an empty file', fix: bringBack(file) };
  if (text.startsWith('<<<<<<<', offset)) {
    return { ...problem, found: 'a merge conflict', fix: 'Keep one of the two sides, without the lines of Git.' };
  }
  const isCutOff = text.slice(offset).trim() === '' || printParseErrorCode(error) === 'UnexpectedEndOfString';
  return {
    ...problem,
    found: `${words(printParseErrorCode(error))} at ${excerpt(text, offset)}`,
    fix: isCutOff
      ? `Correct the JSON here. When the file is cut off: ${bringBack(file)}`
      : 'Correct the JSON here; comments and trailing commas are not JSON.',
  };
}

const bringBack = (file: string): string => `Bring it back with \`git checkout -- ${file}\`.`;

function duplicateKeys(node: Node, path: JsonPath): { key: Node; at: JsonPath }[] {
  const found: { key: Node; at: JsonPath }[] = [];
  const seen = new Set<string>();
  node.children?.forEach((child, index) => {
    const [key, value] = node.type === 'object' ? (child.children ?? []) : [undefined, child];
    const at = [...path, key ? String(key.value) : index];
    if (key && seen.has(key.value)) found.push({ key, at });
    if (key) seen.add(key.value);
    if (value) found.push(...duplicateKeys(value, at));
  });
  return found;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function excerpt(text: string, offset: number): string {
  const rest = (text.slice(offset).split('\n')[0] ?? '').trim().slice(0, 30);
  return rest === '' ? 'the end of the line' : rest;
}

/** `PropertyNameExpected` → `property name expected`. */
function words(code: string): string {
  return code.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
}
