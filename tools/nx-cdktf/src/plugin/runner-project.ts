import { type ProjectConfiguration, type TargetConfiguration } from '@nx/devkit';
import { packageTargets } from './package-targets';

const APPS = 'apps';

/**
 * The project of what is beside the apps, such as `apps/main.ts`, which runs any of them.
 *
 * @param files those files
 */
export function runnerProject(files: readonly string[]): Record<string, Partial<ProjectConfiguration>> {
  const { lint, test, typecheck } = packageTargets(APPS, files);
  if (!typecheck) return {};
  const targets = {
    lint: { ...lint, command: `eslint "${APPS}/*.ts"` },
    typecheck,
    ...(test && { test: testOfAll(test) }),
  };
  return { [APPS]: { name: APPS, tags: ['type:app'], targets } };
}

/** Its tests synthesize every app. */
const testOfAll = (test: TargetConfiguration): TargetConfiguration => ({
  ...test,
  command: `jest "${APPS}/[^/]+.test" --selectProjects unit`,
  inputs: [...(test.inputs ?? []), `{workspaceRoot}/${APPS}/*/main.ts`],
});
