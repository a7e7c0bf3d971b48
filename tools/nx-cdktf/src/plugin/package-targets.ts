import { type TargetConfiguration } from '@nx/devkit';
import { ENVIRONMENTS, paperOf, PLUGIN_SOURCES } from './inputs';

/**
 * Targets of every workspace package with TypeScript: all cached, because none of them reaches outside the workspace.
 *
 * @param files the package's files
 */
export function packageTargets(root: string, files: readonly string[]): Record<string, TargetConfiguration> {
  if (!files.some((file) => file.endsWith('.ts'))) return {};
  const unitTests = files.filter((file) => file.endsWith('.test.ts') && !file.endsWith('.system.test.ts'));
  return {
    lint: {
      command: `eslint ${root}`,
      cache: true,
      // Boundaries depend on the tags in the manifests of what is imported.
      inputs: ['package', '^manifest', '{workspaceRoot}/eslint.config.mjs', PLUGIN_SOURCES],
    },
    typecheck: {
      // What was checked before is not checked again, nor by another machine that has the cache.
      command: `tsc -p ${root} --incremental --tsBuildInfoFile ${checked(root)}`,
      cache: true,
      inputs: ['package', '^sources', '^testing', '{workspaceRoot}/tsconfig.base.json', PLUGIN_SOURCES],
      outputs: [`{workspaceRoot}/${checked(root)}`],
    },
    ...(unitTests.length > 0 && {
      test: {
        // The path comes first: --selectProjects would take it for the name of another project.
        command: `jest ${root}/ --selectProjects unit`,
        cache: true,
        inputs: [
          'package',
          '^sources',
          '^testing',
          '{workspaceRoot}/jest.config.js',
          ENVIRONMENTS,
          ...readmeTests(unitTests).map((test) => fileOf(test.replace(/[^/]+$/, ''))),
          PLUGIN_SOURCES,
        ],
      },
    }),
  };
}

/** Tests of a README. Nx does not see the README itself: see .nxignore. */
const readmeTests = (tests: readonly string[]): string[] => tests.filter((test) => /\/readme\.test\.ts$/.test(test));

/** The README that a test in this folder reads: next to it, or above `src`. */
const fileOf = (folder: string) => paperOf([`${folder}README.md`, `${folder}../README.md`]);

const checked = (root: string): string => `node_modules/.cache/typecheck/${root.replace('/', '-')}.tsbuildinfo`;
