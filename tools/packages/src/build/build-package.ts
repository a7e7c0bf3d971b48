import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from '../bundle/bundle';
import { isBundled, type Package, WORKSPACE } from '../workspace';
import { assetsOf, paperName, papersOf } from './assets';
import { compile } from './compile';
import { entriesOf, publishedExports } from './entries';
import { packagesInside } from './inside';
import { publishedManifest } from './manifest';

/**
 * Writes a package as it is published into its folder `dist`.
 *
 * @returns the folder
 */
export async function buildPackage(target: Package, packages: ReadonlyMap<string, Package>): Promise<string> {
  const out = join(WORKSPACE, target.root, 'dist');
  rmSync(out, { recursive: true, force: true });
  const inside = packagesInside(target, packages);
  await (isBundled(target) ? bundle(target, packages, out) : writeModules(target, inside, packages, out));
  for (const file of papersOf(target)) copyFileSync(file, join(out, paperName(file)));
  writeManifest(out, publishedManifest(target, inside, engines()));
  return out;
}

/** Each source as a module of its own; packages that are not published in `node_modules` of the tarball. */
function writeModules(
  target: Package,
  inside: readonly Package[],
  packages: ReadonlyMap<string, Package>,
  out: string,
): void {
  const folders = new Map([
    [target, out],
    ...inside.map((each): [Package, string] => [each, join(out, 'node_modules', each.name)]),
  ]);
  const roots = [...folders.keys()].map(({ root }) => root);
  const exported = publishedExports(target).map(([, file]) => join(target.root, file));
  const compiled = [...compile([...folders.keys()].flatMap(entriesOf), exported, roots, packages)];
  for (const [each, folder] of folders) {
    for (const [file, content] of assetsOf(each)) write(join(folder, file), content);
    for (const [file, text] of compiled) {
      if (file.startsWith(`${each.root}/`)) write(join(folder, file.slice(each.root.length + 1)), text);
    }
    if (each !== target) writeManifest(folder, { ...publishedManifest(each, [], engines()), private: true });
  }
}

const engines = (): object =>
  (JSON.parse(readFileSync(join(WORKSPACE, 'package.json'), 'utf8')) as { engines: object }).engines;

const writeManifest = (folder: string, manifest: object): void =>
  write(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);

function write(file: string, content: Buffer | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, file.includes('/bin/') ? { mode: 0o755 } : {});
}
