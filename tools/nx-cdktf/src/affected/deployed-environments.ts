import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, listEnvironments, loadEnvironment } from '@gatehouse/environment';

/**
 * Environments of a workspace that have an app and an AWS account. One of tier "local" has neither a state nor a plan
 * that outlive its emulator.
 */
export function deployedEnvironments(workspaceRoot: string): string[] {
  const directory = join(workspaceRoot, 'environments');
  if (!existsSync(directory)) return [];
  return listEnvironments(directory)
    .filter((name) => existsSync(join(workspaceRoot, 'apps', name, 'main.ts')))
    .filter((name) => tierOf(name, directory) !== 'local');
}

/** @returns nothing for a wrong file; synth says what is wrong */
function tierOf(name: string, directory: string): Environment['tier'] | undefined {
  try {
    return loadEnvironment(name, { directory }).tier;
  } catch {
    return undefined;
  }
}
