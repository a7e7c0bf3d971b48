import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES } from './inputs';

/**
 * Targets of an app that deploys an environment. Only `synth` and `validate` are cached: what the others say depends on
 * the state and on AWS, which no input covers.
 *
 * @param files the environment's file and the ones it extends, and no others: another environment's change is not ours
 * @param archives apps whose archives are deployed
 */
export function environmentTargets(
  files: readonly string[],
  archives: readonly string[],
): Record<string, TargetConfiguration> {
  return {
    synth: {
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
    },
    validate: {
      ...terraform('validate'),
      cache: true,
      inputs: [
        { dependentTasksOutputFiles: '**/cdk.tf.json' },
        '{workspaceRoot}/tools/terraform/src/**/*',
        '{workspaceRoot}/register-ts.cjs',
        { env: 'TERRAFORM_BINARY_NAME' },
        PLUGIN_SOURCES,
      ],
    },
    // Nx knows only success and failure, and changes are no failure.
    plan: terraform('plan --no-detailed-exitcode'),
    deploy: { ...terraform('deploy'), parallelism: false },
    destroy: { ...terraform('destroy'), parallelism: false },
    // Synthesizes both sides itself: Nx cannot know the other one, which is an argument.
    'diff-env': {
      command: 'node -r ./register-ts.cjs tools/nx-cdktf/src/cli.ts diff-env {projectName}',
      cache: false,
    },
    outputs: terraform('outputs'),
    unlock: terraform('unlock'),
  };
}

const terraform = (command: string): TargetConfiguration => ({
  command: `node -r ./register-ts.cjs tools/terraform/src/cli.ts ${command} {projectRoot}`,
  cache: false,
  dependsOn: ['synth'],
});
