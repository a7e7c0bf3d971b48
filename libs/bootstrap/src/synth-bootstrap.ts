import { join, resolve } from 'node:path';
import { bootstrapTargets, findDirectory } from '@gatehouse/environment';
import { type SynthOptions, synthesize } from '@gatehouse/platform';
import { readRights } from '@gatehouse/rights';
import { BootstrapStack } from './bootstrap-stack';

/**
 * Writes a stack for each AWS account and state region that environments name: `bootstrap-<account>-<region>`. Their rights
 * are those of `apps/bootstrap/rights.json`.
 *
 * @throws EnvironmentError for a wrong environment file or `bootstrap.json`; an error with the construct path for
 * everything else.
 */
export function synthBootstrap({ directory = findDirectory(), outdir }: SynthOptions = {}): void {
  const targets = bootstrapTargets({ directory });
  const rights = readRights(resolve(join(directory, '..', 'apps/bootstrap/rights.json')));
  synthesize({ outdir }, (app) => {
    for (const target of targets) new BootstrapStack(app, target, rights);
  });
}
