import { type TargetConfiguration } from '@nx/devkit';
import { EXECUTOR, OWN_EMULATOR, PLUGIN_SOURCES, RUN_TS } from './inputs';

/** What an environment's app is synthesized by; see `src/synth`. */
export const SYNTH = { executor: '@gatehouse/nx-cdktf:synth' };

/**
 * Writes an app's Terraform JSON.
 *
 * @param run what writes it
 * @param files environment files that it reads, and no others: another environment's change is not ours
 * @param archives apps whose archives are deployed
 * @param emulated whether it may name the emulator of this checkout @default false
 */
export const synthTarget = (
  run: Pick<TargetConfiguration, 'command' | 'executor'>,
  files: readonly string[],
  archives: readonly string[],
  emulated = false,
): TargetConfiguration => ({
  ...run,
  cache: true,
  dependsOn: [{ projects: [...archives], target: 'build' }],
  inputs: [
    'sources',
    '^sources',
    ...files.map((file) => `{workspaceRoot}/${file}`),
    { env: 'GATEHOUSE_AWS_ENDPOINT' },
    ...(emulated ? [OWN_EMULATOR] : []),
    '{workspaceRoot}/apps/main.ts',
    EXECUTOR,
    RUN_TS,
    PLUGIN_SOURCES,
  ],
  // Never `.terraform`, a plan or a state: what is cached may be shared.
  outputs: [
    '{projectRoot}/cdktf.out/manifest.json',
    '{projectRoot}/cdktf.out/stacks/*/cdk.tf.json',
    '{projectRoot}/cdktf.out/stacks/*/assets/**/*',
    '{projectRoot}/cdktf.out/openapi/*/*.json',
  ],
});
