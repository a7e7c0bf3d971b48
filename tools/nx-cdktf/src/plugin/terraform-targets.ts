import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES } from './inputs';

/** Runs Terraform on what an app has synthesized; depends on the state and on AWS, so it is never cached. */
export const terraformTarget = (command: string): TargetConfiguration => ({
  command: `node -r ./register-ts.cjs tools/terraform/src/cli.ts ${command} {projectRoot}`,
  cache: false,
  dependsOn: ['synth'],
});

/** Needs neither, so it is. */
export const validateTarget = (): TargetConfiguration => ({
  ...terraformTarget('validate'),
  cache: true,
  inputs: [
    { dependentTasksOutputFiles: '**/cdk.tf.json' },
    '{workspaceRoot}/tools/terraform/src/**/*',
    '{workspaceRoot}/register-ts.cjs',
    { env: 'TERRAFORM_BINARY_NAME' },
    PLUGIN_SOURCES,
  ],
});

/** Plans and says what that does to people's access. What could not be planned is in the review, as that. */
export function reviewTarget(): TargetConfiguration {
  const plan = terraformTarget('plan');
  const review = 'node -r ./register-ts.cjs tools/plan-review/src/cli.ts --environment {projectName}';
  return { ...plan, command: `${plan.command} || true; ${review}` };
}
