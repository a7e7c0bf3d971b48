import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES } from './inputs';

/** Bundles a function's code into an archive. */
export function archiveTargets(): Record<string, TargetConfiguration> {
  return {
    build: {
      command: 'node {projectRoot}/build.mjs',
      cache: true,
      inputs: ['sources', PLUGIN_SOURCES],
      outputs: ['{projectRoot}/dist'],
    },
  };
}
