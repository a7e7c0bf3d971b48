import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES } from './inputs';
import { manifestOf } from './manifest';
import { type WorkspaceFiles } from './workspace-files';

/** Folders of the services: apps with the tag `type:service`, which also keeps their imports apart from everything else. */
export function servicesAmong(files: WorkspaceFiles, workspaceRoot: string): readonly string[] {
  return files.projects.filter(
    (root) => root.startsWith('apps/') && manifestOf(files, workspaceRoot, root).nx?.tags?.includes('type:service'),
  );
}

/** Bundles a service into the archive that is deployed. */
export const serviceTargets = (root: string): Record<string, TargetConfiguration> => ({
  build: {
    command: `gatehouse build ${root}`,
    cache: true,
    inputs: ['sources', '{workspaceRoot}/tools/services/src/**/*', PLUGIN_SOURCES],
    outputs: ['{projectRoot}/dist'],
  },
});
