import { dirname, resolve } from 'node:path';
import { type CanaryRecords } from '@gatehouse/checks';
import { canaryContext, workspaceContext } from '@gatehouse/construct-kit';
import { findDirectory, loadEnvironment, readCanaries } from '@gatehouse/environment';
import { type TerraformStack } from 'cdktf';
import { checkClients } from './client-settings';
import { type EnvironmentApp } from './environment-app';
import { EnvironmentStack } from './environment-stack';
import { snapshotsOf } from './schema-snapshot';
import { stacksIn } from './stacks-in';
import { synthesize } from './synthesize';

/** Where stacks are written, and where the environment files are. */
export interface SynthOptions {
  /**
   * Where the stacks are written.
   * @default - where the cdktf command line wants them, otherwise `cdktf.out` in the working directory
   */
  readonly outdir?: string;
  /**
   * Where the environment files are; the workspace is the folder around it.
   * @default - `environments` at the top of the workspace
   */
  readonly directory?: string;
}

/**
 * Writes the stacks of environments as Terraform JSON.
 *
 * @throws EnvironmentError for a wrong environment file; an error with the construct path for everything else.
 */
export function synthEnvironments(apps: readonly EnvironmentApp[], options: SynthOptions = {}): void {
  const directory = resolve(options.directory ?? findDirectory());
  const environments = apps.map((app) => ({
    ...app,
    environment: loadEnvironment(app.name, { directory, settings: app.settings }),
  }));
  const rulesOf = (name: string) => apps.find((app) => app.name === name)?.rules;
  const workspace = dirname(directory);
  const snapshotOf = snapshotsOf(workspace);
  // No two stacks have one name, whatever their environments.
  const records = Object.assign({}, ...apps.map(({ name }) => readCanaries(workspace, name))) as CanaryRecords;
  const context = { ...workspaceContext(workspace), ...canaryContext(records) };
  synthesize({ outdir: options.outdir, rulesOf, snapshotOf, context }, (app) => {
    const known = new Set<TerraformStack>();
    for (const { compose, environment, name } of environments) {
      compose(app, environment);
      checkComposed(
        name,
        stacksIn(app).filter((stack) => !known.has(stack)),
      );
      checkClients(app, environment);
      stacksIn(app).forEach((stack) => known.add(stack));
    }
  });
}

/** Everything that a main.ts composes is part of its environment: deployed with it, reviewed with it. */
function checkComposed(name: string, stacks: readonly TerraformStack[]): void {
  const place = `apps/${name}/main.ts`;
  if (stacks.length === 0) {
    throw new Error(`${place}: expected at least one stack, found none. Add one, such as new IdentityStack(app, env).`);
  }
  for (const stack of stacks) {
    if (!(stack instanceof EnvironmentStack)) {
      throw new Error(
        `${place}: expected stacks of an environment, found ${stack.node.id}, a ${stack.constructor.name} without its state, ` +
          'account and tags. Extend EnvironmentStack of @gatehouse/platform.',
      );
    }
    if (stack.environment.name !== name) {
      throw new Error(
        `${place}: expected stacks of ${name}, found ${stack.node.id}, a stack of ${stack.environment.name}. ` +
          'Make it with the environment that main.ts is given.',
      );
    }
  }
}
