import { dirname, join } from 'node:path';
import type ts from 'typescript';
import { type Package, WORKSPACE } from '../workspace';

/** Each module that a declaration file names: what is before its name, and the name. */
export const isImport = /(\bfrom |\bimport\()['"]([^'"]+)['"]/g;

/** The file that an import of a file leads to, from the top; its name where it is not ours. */
export function resolveImport(
  program: ts.Program,
  from: string,
  name: string,
  packages: ReadonlyMap<string, Package>,
): string {
  if (name.startsWith('.')) {
    const path = join(dirname(from), name);
    return [`${path}.ts`, `${path}/index.ts`].find((file) => program.getSourceFile(join(WORKSPACE, file))) ?? path;
  }
  const [scope, own, ...rest] = name.split('/');
  const other = packages.get(`${scope}/${own}`);
  const file = other?.manifest.exports?.[['.', ...rest].join('/')];
  return other && typeof file === 'string' ? join(other.root, file) : name;
}
