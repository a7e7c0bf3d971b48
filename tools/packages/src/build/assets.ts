import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Package, WORKSPACE } from '../workspace';
import { sourcesIn } from './entries';

/** Files that are copied, by their path in the package. */
export type Assets = ReadonlyMap<string, Buffer | string>;

/**
 * What a package reads or starts besides TypeScript: files of `src` that are none, and of the folders and files that its
 * manifest names. Programs of `bin` are run as JavaScript, without the loader of TypeScript.
 */
export function assetsOf(each: Package): Assets {
  const { bin = {}, generators, executors, files = [] } = each.manifest;
  const named = [...files, ...Object.values(bin), generators, executors].flatMap((file) =>
    file === undefined ? [] : below(join(each.root, file)),
  );
  const besides = sourcesIn(`${each.root}/src`).filter((file) => !/\.(tsx?|md)$|\.d\.cts$/.test(file));
  return new Map([...besides, ...named].map((file) => [file.slice(each.root.length + 1), contentOf(file)]));
}

function below(file: string): string[] {
  if (!existsSync(join(WORKSPACE, file))) return [];
  return statSync(join(WORKSPACE, file)).isDirectory()
    ? sourcesIn(file).filter((each) => !/\.pyc$|\/(__pycache__|\.ruff_cache)\//.test(each))
    : [file];
}

function contentOf(file: string): Buffer | string {
  const substitute = SUBSTITUTES[file];
  if (substitute !== undefined) return readFileSync(join(WORKSPACE, substitute));
  const content = readFileSync(join(WORKSPACE, file));
  return /\.cjs$/.test(file) ? withoutLoader(content.toString()) : content;
}

/** What describes errors by the sources of this workspace has none where a package is installed. */
export const SUBSTITUTES: Readonly<Record<string, string>> = {
  'tools/run-ts/src/describe-error.cjs': 'tools/packages/src/describe-published-error.cjs',
};

const withoutLoader = (text: string): string =>
  text.replace(/^require\('[./]+\/register-ts\.cjs'\);\n/m, '').replace(/(require\('\.[^']*)\.ts'\)/g, "$1.js')");

/** Licence and README, by their name. */
export const papersOf = (each: Package): string[] =>
  [join(WORKSPACE, 'LICENSE'), join(WORKSPACE, each.root, 'README.md')].filter((file) => existsSync(file));

export const paperName = (file: string): string => basename(file);
