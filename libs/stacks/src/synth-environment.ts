import { dirname, join, resolve } from 'node:path';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
import { type TeamRules } from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';
import { ApiStack } from './api-stack';
import { boundRoles } from './bootstrap/bound-roles';
import { IdentityStack } from './identity-stack';
import { synthesize } from './synthesize';

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
  /**
   * Rules and suppressions of the team, from `libs/rules`.
   * @default - Gatehouse's rules alone
   */
  readonly rules?: TeamRules;
}

/**
 * Writes the stacks of environments as Terraform JSON: `<name>-identity` and `<name>-api` each.
 *
 * @throws EnvironmentError for a wrong environment file; an error with the construct path for everything else.
 */
export function synthEnvironments(names: readonly string[], options: SynthOptions = {}): void {
  const { archive = builtArchive, directory, outdir, rules } = options;
  const environments = names.map((name) => loadEnvironment(name, { directory }));
  const workspace = directory === undefined ? topOfWorkspace : dirname(resolve(directory));
  const build = (app: App): void => {
    for (const environment of environments) addStacks(app, environment, { archive, workspace });
  };
  synthesize(outdir, build, rules);
}

/** Writes the stacks of one environment. */
export function synthEnvironment(name: string, options: SynthOptions = {}): void {
  synthEnvironments([name], options);
}

/** The diagram of an environment: people first; the API reads who they are. */
function addStacks(
  app: App,
  environment: Environment,
  files: { readonly archive: string; readonly workspace: string },
): void {
  const identity = new IdentityStack(app, environment);
  const api = new ApiStack(app, environment, { identity, ...files });
  boundRoles(identity, api);
}

const topOfWorkspace = join(__dirname, '../../..');
const builtArchive = join(topOfWorkspace, 'apps/api/dist/api.zip');
