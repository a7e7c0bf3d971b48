import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';

/** Packages that are there for one reason. */
export interface Reason {
  readonly packages: readonly string[];
  readonly why: string;
}

/** Reasons under one heading. */
export interface Section {
  readonly title: string;
  readonly of: readonly Reason[];
}

/** Why each dependency is there, which people know and no command does. */
export const readReasons = (): readonly Section[] =>
  JSON.parse(readFileSync(join(__dirname, 'why.json'), 'utf8')) as readonly Section[];

/** Packages that a `package.json` of the workspace asks for, without ours. */
export function directDependencies(): string[] {
  const folders = ['.', 'examples', ...['apps', 'libs', 'tools'].flatMap(foldersIn)];
  const names = folders
    .map((folder) => join(WORKSPACE, folder, 'package.json'))
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>;
      return Object.keys({ ...dependencies, ...devDependencies });
    });
  return [...new Set(names)].filter((name) => !name.startsWith('@gatehouse/')).sort();
}

const foldersIn = (folder: string): string[] => readdirSync(join(WORKSPACE, folder)).map((name) => `${folder}/${name}`);
