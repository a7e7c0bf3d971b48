import { type CreateNodes, type ProjectConfiguration } from '@nx/devkit';
import { bootstrapTargets } from './bootstrap-targets';
import { environmentFiles, tierOf } from './environment-files';
import { environmentTargets } from './environment-targets';
import { packageTargets } from './package-targets';
import { manifestOf } from './manifest';
import { publishedTargets } from './published-targets';
import { runnerProject } from './runner-project';
import { servicesAmong, serviceTargets } from './service-targets';
import { WORKSPACE_FILES, WorkspaceFiles } from './workspace-files';

/** What Nx calls the plugin. */
export const name = '@gatehouse/nx-cdktf';

/** The environment that `npm start` serves. */
const SERVED = 'local';

/**
 * Infers every target of the workspace, so that projects repeat nothing:
 * - a package with TypeScript: `lint`, `typecheck`, and `test` when it has unit tests;
 * - the apps' own `main.ts`, which runs any of them: `lint`, `typecheck`, `test`;
 * - an app with the tag `type:service`, and a package that is published (`publishConfig`): `build`;
 * - an app with a `main.ts` and an environment file of its name: `synth`, `validate`, `plan`, `deploy`, ...; `local` also `serve`;
 * - the app `bootstrap`: `synth`, `validate`, `rights`, `bootstrap`.
 */
export const createNodes: CreateNodes = [
  WORKSPACE_FILES,
  (paths, _options, { workspaceRoot }) => {
    const files = new WorkspaceFiles(paths);
    const services = servicesAmong(files, workspaceRoot);
    const projects = files.projects.map((root) => {
      const [source = root] = files.of(root);
      return [source, { projects: { [root]: project(root, files, services, workspaceRoot) } }] as const;
    });
    const [runner] = files.besideApps;
    return runner ? [...projects, [runner, { projects: runnerProject(files.besideApps) }] as const] : projects;
  },
];

function project(
  root: string,
  files: WorkspaceFiles,
  services: readonly string[],
  workspaceRoot: string,
): Partial<ProjectConfiguration> {
  const everywhere = {
    ...packageTargets(root, files.of(root)),
    ...(services.includes(root) && serviceTargets(root)),
    ...(manifestOf(files, workspaceRoot, root).publishConfig && publishedTargets(root)),
  };
  const environment = `environments/${appName(root)}.json`;
  if (!files.has(`${root}/main.ts`) || !files.has(environment)) return { targets: everywhere };
  if (appName(root) === 'bootstrap') {
    return { targets: { ...everywhere, ...bootstrapTargets(files.environments, environmentApps(files)) } };
  }
  const archives = services.map(appName);
  const chain = environmentFiles(workspaceRoot, environment);
  const emulated = tierOf(workspaceRoot, chain) === 'local';
  const place = { emulated, served: emulated && appName(root) === SERVED };
  const read = [...chain, `${root}/user-pools.json`, `${root}/canaries.json`];
  return {
    // Archives are read from disk, not imported; a change to their sources affects the environment all the same.
    implicitDependencies: archives,
    targets: { ...everywhere, ...environmentTargets(read, archives, place) },
  };
}

/** Every app that deploys an environment. */
const environmentApps = (files: WorkspaceFiles): string[] =>
  files.projects
    .filter((root) => files.has(`${root}/main.ts`) && files.has(`environments/${appName(root)}.json`))
    .map(appName)
    .filter((app) => app !== 'bootstrap');

const appName = (root: string): string => root.slice(root.lastIndexOf('/') + 1);
