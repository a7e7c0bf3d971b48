import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
import { App } from 'cdktf';
import { ApiStack } from './api-stack';
import { IdentityStack } from './identity-stack';
import { withoutStackTraces } from './without-stack-traces';

export interface SynthOptions {
  /**
   * Where the stacks are written.
   * @default - where the cdktf command line wants them, otherwise `cdktf.out` in the working directory
   */
  readonly outdir?: string;
  /**
   * Where the environment files are.
   * @default - `environments` at the top of the workspace
   */
  readonly directory?: string;
  /**
   * The service's code as a zip archive.
   * @default - `apps/api/dist/api.zip`, made by `node apps/api/build.mjs`
   */
  readonly archive?: string;
}

/**
 * Writes the stacks of environments as Terraform JSON: `<name>-identity` and `<name>-api` each.
 *
 * @throws EnvironmentError for a wrong environment file; an error with the construct path for everything else.
 */
export function synthEnvironments(names: readonly string[], options: SynthOptions = {}): void {
  const environments = names.map((name) => loadEnvironment(name, { directory: options.directory }));
  withoutStackTraces(() => {
    const app = new App({ outdir: options.outdir });
    for (const environment of environments) addStacks(app, environment, options.archive ?? builtArchive);
    synth(app);
    removeFormerStacks(app);
  });
}

/** Writes the stacks of one environment. */
export function synthEnvironment(name: string, options: SynthOptions = {}): void {
  synthEnvironments([name], options);
}

/** The diagram of an environment: people first; the API reads who they are. */
export function addStacks(app: App, environment: Environment, archive: string): void {
  const identity = new IdentityStack(app, environment);
  const api = new ApiStack(app, environment, archive);
  api.addDependency(identity);
}

const builtArchive = join(__dirname, '../../../apps/api/dist/api.zip');

/** As `App.synth`, but names the problems of every stack, and does not advise to skip validation. */
export function synth(app: App): void {
  try {
    app.synth();
  } catch (error) {
    const problems = app.node
      .findAll()
      .flatMap(({ node }) => node.validate().map((problem) => `${node.path}, ${problem}`));
    throw problems.length === 0 ? error : new Error(problems.join('\n'), { cause: error });
  }
}

/** A stack that was renamed or removed must not be planned again. */
function removeFormerStacks({ manifest, outdir }: App): void {
  const stacks = join(outdir, 'stacks');
  for (const name of readdirSync(stacks).filter((entry) => !(entry in manifest.stacks))) {
    rmSync(join(stacks, name), { recursive: true });
  }
}
