import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Top of the checkout. */
export const WORKSPACE = join(__dirname, '../../..');

/** A `package.json` of ours. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly description?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly generators?: string;
  readonly executors?: string;
  readonly files?: readonly string[];
  /** There, where the package is published. */
  readonly publishConfig?: { readonly access: 'public'; readonly provenance: boolean };
}

/** A package of the workspace. */
export interface Package {
  readonly name: string;
  /** Its folder, from the top, such as `libs/cognito`. */
  readonly root: string;
  readonly manifest: Manifest;
}

/** Of one script with everything that it needs inside: it runs from its tarball alone. */
const BUNDLED: readonly string[] = ['@gatehouse/plan-review'];

export const isPublished = ({ manifest }: Package): boolean => manifest.publishConfig !== undefined;

export const isBundled = ({ name }: Package): boolean => BUNDLED.includes(name);

/** Packages of `libs` and `tools`, by name. */
export function readPackages(workspace = WORKSPACE): ReadonlyMap<string, Package> {
  const roots = ['libs', 'tools'].flatMap((folder) =>
    readdirSync(join(workspace, folder)).map((each) => `${folder}/${each}`),
  );
  const packages = roots
    .filter((root) => existsSync(join(workspace, root, 'package.json')))
    .map((root) => ({ root, manifest: manifestIn(join(workspace, root)) }))
    .map(({ root, manifest }) => [manifest.name, { name: manifest.name, root, manifest }] as const);
  return new Map(packages);
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
