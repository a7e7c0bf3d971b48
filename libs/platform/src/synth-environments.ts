import { dirname, resolve } from 'node:path';
import { findDirectory, loadEnvironment } from '@gatehouse/environment';
import { workspaceContext } from '@gatehouse/construct-kit';
import { type App } from 'cdktf';
import { type EnvironmentApp } from './environment-app';
import { EnvironmentStack } from './environment-stack';
import { synthesize } from './synthesize';

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
  const rules = apps.find((app) => app.rules !== undefined)?.rules;
  const context = workspaceContext(dirname(directory));
  synthesize({ outdir: options.outdir, rules, context }, (app) => {
    for (const { compose, environment, name } of environments) {
      compose(app, environment);
      checkComposed(app, name);
    }
  });
}

function checkComposed(app: App, name: string): void {
  const stacks = app.node.children.filter((child) => child instanceof EnvironmentStack);
  if (stacks.some((stack) => stack.environment.name === name)) return;
  throw new Error(
    `apps/${name}/main.ts: expected at least one stack of ${name}, found none. Add one, such as new IdentityStack(app, env).`,
  );
}
