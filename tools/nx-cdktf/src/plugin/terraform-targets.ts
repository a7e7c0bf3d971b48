import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES, RUN_TS } from './inputs';

/** Runs Terraform on what an app has synthesized; depends on the state and on AWS, so it is never cached. */
export const terraformTarget = (command: string): TargetConfiguration => ({
  command: `gatehouse ${command} {projectName} --no-synth`,
  cache: false,
  dependsOn: ['synth'],
});

/** The same for what is to be applied: code with a wrong type is not. */
export const checkedTerraformTarget = (command: string): TargetConfiguration => ({
  ...terraformTarget(command),
  dependsOn: ['synth', 'typecheck'],
});

/** Needs neither, so it is. */
export const validateTarget = (): TargetConfiguration => ({
  ...terraformTarget('validate'),
  cache: true,
  inputs: [
    { dependentTasksOutputFiles: '**/cdk.tf.json' },
    '{workspaceRoot}/tools/terraform/src/**/*',
    '{workspaceRoot}/tools/{cli-kit,gatehouse}/**/*',
    RUN_TS,
    { env: 'TERRAFORM_BINARY_NAME' },
    PLUGIN_SOURCES,
  ],
});
