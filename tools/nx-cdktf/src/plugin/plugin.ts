import { type CreateNodes, type ProjectConfiguration } from '@nx/devkit';
import { bootstrapTargets } from './bootstrap-targets';
import { environmentFiles } from './environment-files';
import { environmentTargets } from './environment-targets';
import { PLUGIN_SOURCES } from './inputs';
import { packageTargets } from './package-targets';
import { WORKSPACE_FILES, WorkspaceFiles } from './workspace-files';

export const name = '@gatehouse/nx-cdktf';

/**
 * Infers every target of the workspace, so that projects repeat nothing:
 * - a package with TypeScript: `lint`, `typecheck`, and `test` when it has unit tests;
 * - an app with a `build.mjs`: `build`;
 * - an app with a `main.ts` and an environment file of its name: `synth`, `validate`, `plan`, `deploy`, ...
 * - the app `bootstrap`: `synth`, `validate`, `bootstrap`.
 */
export const createNodes: CreateNodes = [
  WORKSPACE_FILES,
  (paths, _options, { workspaceRoot }) => {
    const files = new WorkspaceFiles(paths);
    return files.projects.map((root) => {
      const [source = root] = files.of(root);
      return [source, { projects: { [root]: project(root, files, workspaceRoot) } }] as const;
    });
  },
];

function project(root: string, files: WorkspaceFiles, workspaceRoot: string): Partial<ProjectConfiguration> {
  const everywhere = {
    ...packageTargets(root, files.of(root)),
    ...(files.has(`${root}/build.mjs`) && { build: BUILD }),
  };
  const environment = `environments/${appName(root)}.json`;
  if (!files.has(`${root}/main.ts`) || !files.has(environment)) return { targets: everywhere };
  if (appName(root) === 'bootstrap') {
    return { targets: { ...everywhere, ...bootstrapTargets(files.environments) } };
  }
  const archives = files.projects.filter((each) => files.has(`${each}/build.mjs`)).map(appName);
  return {
    // Archives are read from disk, not imported; a change to their sources affects the environment all the same.
    implicitDependencies: archives,
    targets: { ...everywhere, ...environmentTargets(environmentFiles(workspaceRoot, environment), archives) },
  };
}

/** Bundles a function's code into an archive. */
const BUILD = {
  command: 'node {projectRoot}/build.mjs',
  cache: true,
  inputs: ['sources', PLUGIN_SOURCES],
  outputs: ['{projectRoot}/dist'],
};

const appName = (root: string): string => root.slice(root.lastIndexOf('/') + 1);
