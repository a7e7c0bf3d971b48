import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '@gatehouse/checks';
import { type Problem } from '../problem';
import { type JsonObject, type JsonValue, formatValue } from './json';
import { readJsonFile } from './json-file';
import { type Layer } from './layer';

export interface Chain {
  /** Most derived first. */
  readonly layers: readonly Layer[];
  readonly problems: readonly Problem[];
  /** False when a link is broken, so that nothing more can be said about the values. */
  readonly complete: boolean;
}

/**
 * Reads an environment file and all the files it extends. A broken link (a cycle, a file that is missing or
 * is not JSON) ends the chain and is one of its problems.
 */
export function readChain(file: string, workspace: string): Chain {
  const layers: Layer[] = [];
  const files: string[] = [];
  const problems: Problem[] = [];
  const nameOf = (at: string) => path.relative(workspace, at).split(path.sep).join('/');
  let next: string | undefined = file;
  while (next !== undefined) {
    const name = nameOf(next);
    files.push(next);
    const json = readJsonFile(next, name);
    if ('file' in json) return { layers, problems: [...problems, json], complete: false };
    problems.push(...json.problems);
    const parent = json.value.extends;
    layers.push({ source: name, value: settingsOf(json.value), positionOf: json.positionOf });
    if (parent === undefined) break;
    const link = { file: name, ...json.positionOf(['extends']), path: 'extends' };
    const broken = brokenLink(parent, next, files, nameOf);
    if (broken) return { layers, problems: [...problems, { ...link, ...broken }], complete: false };
    next = path.resolve(path.dirname(next), parent as string);
  }
  return { layers, problems, complete: true };
}

/** What a file says about the environment, without what it says about itself. */
export function settingsOf(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema' && key !== 'extends'));
}

type Fault = Pick<Problem, 'expected' | 'found' | 'fix'>;

function brokenLink(
  parent: JsonValue,
  from: string,
  files: string[],
  nameOf: (file: string) => string,
): Fault | undefined {
  if (typeof parent !== 'string') {
    return {
      expected: 'the path of another environment file',
      found: formatValue(parent),
      fix: 'Write a path relative to this file, such as "./base.json", or remove it.',
    };
  }
  const file = path.resolve(path.dirname(from), parent);
  const chain = [...files, file].map(nameOf).join(' → ');
  if (files.includes(file)) {
    return {
      expected: 'a chain of files that ends',
      found: `a cycle: ${chain}`,
      fix: 'Remove "extends" from one file of the cycle.',
    };
  }
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return {
      expected: 'the path of a file that exists',
      found: `${JSON.stringify(parent)}, which does not (${chain})`,
      fix: didYouMean(`./${path.basename(parent)}`, siblings(from)) ?? 'Correct the path or make the file.',
    };
  }
  return undefined;
}

function siblings(file: string): string[] {
  const names = readdirSync(path.dirname(file)).filter((name) => name.endsWith('.json'));
  return names.filter((name) => name !== 'schema.json' && name !== path.basename(file)).map((name) => `./${name}`);
}
