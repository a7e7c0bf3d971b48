import { type TargetConfiguration } from '@nx/devkit';
import { ENVIRONMENTS, PLUGIN_SOURCES, RUN_TS } from './inputs';

/**
 * Evaluates what an app has synthesized by the rules of docs/rules.md and libs/rules. Cached: it depends on nothing but files.
 * Every environment file counts: what is suppressed, and names that two environments share.
 */
export const checkTarget = (): TargetConfiguration => ({
  command: 'gatehouse check {projectName} --no-synth',
  cache: true,
  dependsOn: ['synth'],
  inputs: [
    { dependentTasksOutputFiles: '**/{cdk.tf,manifest}.json' },
    ENVIRONMENTS,
    { env: 'GATEHOUSE_AWS_ENDPOINT' },
    '{workspaceRoot}/libs/rules/src/**/*',
    '{workspaceRoot}/libs/surface/src/**/*',
    '{workspaceRoot}/libs/environment/src/**/*',
    '{workspaceRoot}/tools/nx-cdktf/src/**/*',
    '{workspaceRoot}/tools/{cli-kit,gatehouse}/**/*',
    RUN_TS,
    PLUGIN_SOURCES,
  ],
});
