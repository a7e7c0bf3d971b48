import { basename, join, resolve } from 'node:path';
import { SetupError } from './errors';
import { readStackConfig } from './stack-config';
import { readSynthesized, shownPath } from './synthesized';

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
 * @param output what was synthesized @default - `cdktf.out` of the app
 * @param prefix of the folders for Terraform's data, which two readers of one app must not share @default - none
 * @throws SetupError when nothing is synthesized yet, a file of it is damaged, or a dependency is missing or in a cycle
 */
export function readStacks(app: string, output = join(app, 'cdktf.out'), prefix = ''): Stack[] {
  const name = basename(resolve(app));
  const file = join(output, 'manifest.json');
  const stacks = inOrder(readManifest(file, name), shownPath(file)).map((stack) => ({
    name: stack.name,
    app: name,
    directory: join(output, stack.workingDirectory),
    workDirectory: join(app, '.terraform-work', `${prefix}${stack.name}`),
    dependencies: stack.dependencies,
  }));
  // A file that is missing or damaged must not be found in the middle of a deploy.
  stacks.forEach(readStackConfig);
  return stacks;
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

function readManifest(file: string, app: string): Manifest['stacks'] {
  const { stacks } = readSynthesized<Partial<Manifest>>(file, app);
  if (Object.values(stacks ?? {}).length > 0) return stacks!;
  throw new SetupError(`${shownPath(file)} names no stack: synthesize with "npx nx synth ${app}".`);
}

function inOrder(stacks: Manifest['stacks'], place: string): ManifestStack[] {
  const ordered = new Set<ManifestStack>();
  const visit = (name: string, path: readonly string[]): void => {
    const stack = stacks[name];
    const route = [...path, name];
    if (!stack) throw new SetupError(`${place}: ${route.join(' -> ')}, but there is no stack "${name}".`);
    if (path.includes(name)) throw new SetupError(cycleMessage(place, route.slice(path.indexOf(name))));
    if (ordered.has(stack)) return;
    for (const dependency of stack.dependencies) visit(dependency, route);
    ordered.add(stack);
  };
  for (const name of Object.keys(stacks)) visit(name, []);
  return [...ordered];
}

const cycleMessage = (place: string, cycle: readonly string[]): string =>
  `${place}: stacks depend on each other: ${cycle.join(' -> ')}. Each reads the state of the next, so none can be ` +
  'applied first: move what one of them reads into a stack of its own.';
