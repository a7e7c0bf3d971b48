import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isObject } from '@gatehouse/checks';
import { type Rights } from './rights';

/** A file of rights that cannot be used. The message says what is wrong where, and what to do. */
export class RightsError extends Error {
  override readonly name = 'RightsError';

  constructor(file: string, path: string, expected: string, found: string) {
    super(
      [
        `${relative(process.cwd(), file) || file}${path === '' ? '' : `  ${path}`}`,
        `  expected  ${expected}`,
        `  found     ${found}`,
        '  to do     Restore it from Git, or remove it and write it again, with "npx nx rights bootstrap".',
      ].join('\n'),
    );
    // The mistake is in the file, not in this code.
    this.stack = this.message;
  }
}

/**
 * @returns no rights where there is no file
 * @throws RightsError for a file that holds something else
 */
export function readRights(file: string): Rights {
  if (!existsSync(file)) return { environments: {}, types: {} };
  const refuse = (path: string, expected: string, found: unknown): never => {
    throw new RightsError(file, path, expected, found === undefined ? 'nothing' : JSON.stringify(found));
  };
  const rights = parse(file);
  for (const part of ['environments', 'types'] as const) {
    if (!isObject(rights[part])) refuse(part, 'an object', rights[part]);
  }
  for (const [name, own] of Object.entries(rights.environments)) {
    if (!isObject(own)) refuse(`environments.${name}`, 'an object', own);
    if (!isObject(own.values)) refuse(`environments.${name}.values`, 'an object', own.values);
    for (const list of ['types', 'passedTo', 'boundary'] as const) {
      if (!Array.isArray(own[list])) refuse(`environments.${name}.${list}`, 'a list', own[list]);
    }
  }
  for (const [type, entry] of Object.entries(rights.types)) {
    if (!isObject(entry) || !Array.isArray(entry.grants)) refuse(`types.${type}`, '"group" and "grants"', entry);
  }
  return rights;
}

function parse(file: string): Rights {
  try {
    const rights: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isObject(rights)) return rights as unknown as Rights;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RightsError(file, '', 'JSON', error.message);
  }
  throw new RightsError(file, '', 'an object', 'another value');
}
