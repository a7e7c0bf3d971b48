import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TargetConfiguration } from '@nx/devkit';
import { PLUGIN_SOURCES } from './inputs';
import { type WorkspaceFiles } from './workspace-files';

/** Folders of the services: apps with the tag `type:service`, which also keeps their imports apart from everything else. */
export function servicesAmong(files: WorkspaceFiles, workspaceRoot: string): readonly string[] {
  return files.projects.filter(
    (root) => root.startsWith('apps/') && tagsOf(files, workspaceRoot, root).includes('type:service'),
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

function tagsOf(files: WorkspaceFiles, workspaceRoot: string, root: string): readonly string[] {
  const manifest = `${root}/package.json`;
  if (!files.has(manifest)) return [];
  try {
    const { nx } = JSON.parse(readFileSync(join(workspaceRoot, manifest), 'utf8')) as {
      nx?: { tags?: readonly string[] };
    };
    return nx?.tags ?? [];
  } catch {
    // Nx itself says that the file is no JSON, and where.
    return [];
  }
}
