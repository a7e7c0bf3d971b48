import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/**
 * Writes a field into an environment's own file, whose other lines stay as they are.
 *
 * @param directory of the environment files
 * @param path keys from the top: `['clients', 'machine', 'secret']`
 */
export function setField(directory: string, name: string, path: readonly string[], value: unknown): void {
  const file = join(directory, `${name}.json`);
  const text = readFileSync(file, 'utf8');
  // Whole or not at all: a run that is killed leaves the file as it was.
  writeFileSync(`${file}.new`, withField(text, path, value));
  renameSync(`${file}.new`, file);
}

function withField(text: string, path: readonly string[], value: unknown): string {
  const root = parseTree(text)!;
  const found = findNodeAtLocation(root, [...path]);
  if (found !== undefined) {
    return splice(text, found.offset, found.length, print(value, path.length));
  }
  const depth = path.findLastIndex((_, index) => findNodeAtLocation(root, path.slice(0, index)) !== undefined);
  const parent = findNodeAtLocation(root, path.slice(0, depth)) ?? root;
  const below = path.slice(depth + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return addTo(text, parent, depth, `${JSON.stringify(path[depth])}: ${print(below, depth + 1)}`);
}

/** As the last of an object's fields. */
function addTo(text: string, parent: Node, depth: number, field: string): string {
  const last = parent.children?.at(-1);
  const line = `\n${indent(depth + 1)}${field}`;
  if (last === undefined) return splice(text, parent.offset, parent.length, `{${line}\n${indent(depth)}}`);
  return splice(text, last.offset + last.length, 0, `,${line}`);
}

const print = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent(depth)}`);

const indent = (depth: number): string => '  '.repeat(depth);

const splice = (text: string, offset: number, length: number, by: string): string =>
  text.slice(0, offset) + by + text.slice(offset + length);
