import { type TargetConfiguration } from '@nx/devkit';
import { synthTarget } from './synth-target';
import { terraformTarget, validateTarget } from './terraform-targets';

/**
 * Targets of the app that prepares AWS accounts. Its stacks follow from every environment. Their state is where they
 * themselves make it, which `bootstrap` knows to handle, so there is no `plan`, `deploy` or `destroy`.
 *
 * @param files every environment file
 * @param environments apps that deploy an environment: what CI may do follows from what they synthesize
 */
export function bootstrapTargets(
  files: readonly string[],
  environments: readonly string[],
): Record<string, TargetConfiguration> {
  const dependsOn = [{ projects: [...environments], target: 'synth' }];
  return {
    synth: synthTarget(
      { command: 'node -r ./register-ts.cjs {projectRoot}/main.ts' },
      [...files, 'apps/bootstrap/rights.json'],
      [],
    ),
    validate: validateTarget(),
    rights: { command: 'gatehouse rights', cache: false, dependsOn },
    bootstrap: { command: 'gatehouse bootstrap', cache: false, parallelism: false, dependsOn },
    unlock: terraformTarget('unlock'),
  };
}
