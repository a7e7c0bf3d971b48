import { type TargetConfiguration } from '@nx/devkit';
import { synthTarget } from './synth-target';
import { terraformTarget, validateTarget } from './terraform-targets';

/**
 * Targets of the app that prepares AWS accounts. Its stacks follow from every environment. Their state is where they
 * themselves make it, which `bootstrap` knows to handle, so there is no `plan`, `deploy` or `destroy`.
 *
 * @param files every environment file
 */
export const bootstrapTargets = (files: readonly string[]): Record<string, TargetConfiguration> => ({
  synth: synthTarget('node -r ./register-ts.cjs {projectRoot}/main.ts', files, []),
  validate: validateTarget(),
  bootstrap: { command: 'gatehouse bootstrap', cache: false, parallelism: false },
  unlock: terraformTarget('unlock'),
});
