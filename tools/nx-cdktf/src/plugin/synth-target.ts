import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES } from './inputs';

/**
 * Writes an app's Terraform JSON.
 *
 * @param files environment files that it reads, and no others: another environment's change is not ours
 * @param archives apps whose archives are deployed
 */
export const synthTarget = (files: readonly string[], archives: readonly string[]): TargetConfiguration => ({
  command: 'node -r ./register-ts.cjs {projectRoot}/main.ts',
  cache: true,
  dependsOn: [{ projects: [...archives], target: 'build' }],
  inputs: [
    'sources',
    '^sources',
    ...files.map((file) => `{workspaceRoot}/${file}`),
    { env: 'GATEHOUSE_AWS_ENDPOINT' },
    '{workspaceRoot}/register-ts.cjs',
    PLUGIN_SOURCES,
  ],
  // Never `.terraform`, a plan or a state: what is cached may be shared.
  outputs: [
    '{projectRoot}/cdktf.out/manifest.json',
    '{projectRoot}/cdktf.out/stacks/*/cdk.tf.json',
    '{projectRoot}/cdktf.out/stacks/*/assets/**/*',
  ],
});
