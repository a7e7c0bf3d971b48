import { dirname, join, resolve } from 'node:path';
import { loadEnvironment } from '@gatehouse/environment';
import { ApiStack } from './api-stack';
import { boundRoles } from './bootstrap/bound-roles';
import { IdentityStack } from './identity-stack';
import { synthesize, type SynthesizeOptions } from './synthesize';

export interface SynthOptions extends SynthesizeOptions {
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
  const { archive = builtArchive, directory, outdir, rules } = options;
  const environments = names.map((name) => loadEnvironment(name, { directory }));
  const workspace = directory === undefined ? topOfWorkspace : dirname(resolve(directory));
  synthesize({ outdir, rules }, (app) => {
    for (const environment of environments) {
      // People first; the API reads who they are.
      const identity = new IdentityStack(app, environment);
      const api = new ApiStack(app, environment, { identity, archive, workspace });
      boundRoles(identity, api);
    }
  });
}

/** Writes the stacks of one environment. */
export function synthEnvironment(name: string, options: SynthOptions = {}): void {
  synthEnvironments([name], options);
}

const topOfWorkspace = join(__dirname, '../../..');
const builtArchive = join(topOfWorkspace, 'apps/api/dist/api.zip');
