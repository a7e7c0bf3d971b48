import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { SetupError } from './errors';

/** A synthesized stack on disk. */
export interface Stack {
  readonly name: string;
  /** Name of the app that synthesized it, e.g. `dev`. */
  readonly app: string;
  /** Holds `cdk.tf.json`; Terraform runs here. */
  readonly directory: string;
  /** Terraform's data and plan files, kept out of `cdktf.out` so that the synthesized output can be cached. */
  readonly workDirectory: string;
  /** Names of the stacks whose state this one reads. */
  readonly dependencies: readonly string[];
}

/**
 * The stacks an app synthesized, every one after those it depends on.
 *
 * @param app the app's folder, e.g. `apps/dev`
 * @throws SetupError when nothing is synthesized yet, or when a dependency is missing or circular
 */
export function readStacks(app: string): Stack[] {
  const name = basename(resolve(app));
  const output = join(app, 'cdktf.out');
  const file = join(output, 'manifest.json');
  if (!existsSync(file)) {
    throw new SetupError(`${shown(file)} does not exist: synthesize first, with "npx nx synth ${name}".`);
  }
  const { stacks } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return inOrder(stacks, file).map((stack) => ({
    name: stack.name,
    app: name,
    directory: join(output, stack.workingDirectory),
    workDirectory: join(app, '.terraform-work', stack.name),
    dependencies: stack.dependencies,
  }));
}

/** CDKTF's `manifest.json`, as far as it is needed here. */
interface Manifest {
  readonly stacks: Readonly<Record<string, ManifestStack>>;
}

interface ManifestStack {
  readonly name: string;
  readonly workingDirectory: string;
  readonly dependencies: readonly string[];
}

function inOrder(stacks: Manifest['stacks'], file: string): ManifestStack[] {
  const ordered = new Set<ManifestStack>();
  const visit = (name: string, path: readonly string[]): void => {
    const stack = stacks[name];
    const route = [...path, name].join(' -> ');
    if (!stack) throw new SetupError(`${shown(file)}: ${route}, but there is no stack "${name}".`);
    if (path.includes(name)) throw new SetupError(`${shown(file)}: stacks depend on each other: ${route}.`);
    for (const dependency of stack.dependencies) visit(dependency, [...path, name]);
    ordered.add(stack);
  };
  for (const name of Object.keys(stacks)) visit(name, []);
  return [...ordered];
}

const shown = (path: string): string => relative(process.cwd(), path) || path;
