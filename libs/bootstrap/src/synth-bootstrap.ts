import { bootstrapTargets } from '@gatehouse/environment';
import { type SynthOptions } from '@gatehouse/platform';
import { synthesize } from '@gatehouse/platform';
import { BootstrapStack } from './bootstrap-stack';

/**
 * Writes a stack for each AWS account and state region that environments name: `bootstrap-<account>-<region>`.
 *
 * @throws EnvironmentError for a wrong environment file or `bootstrap.json`; an error with the construct path for
 * everything else.
 */
export function synthBootstrap({ directory, outdir }: SynthOptions = {}): void {
  const targets = bootstrapTargets({ directory });
  synthesize({ outdir }, (app) => {
    for (const target of targets) new BootstrapStack(app, target);
  });
}
