import { listEnvironments } from '@gatehouse/environment';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { runNx } from '@gatehouse/terraform';
import { compareEnvironments, type EnvironmentDifferences } from './compare-environments';

/**
 * Synthesizes two environments, from the cache where nothing has changed, and compares them.
 *
 * @throws UserError for an unknown environment, for one with itself, and when synthesis fails
 */
export async function diffEnv(workspaceRoot: string, left: string, right: string): Promise<EnvironmentDifferences> {
  const known = listEnvironments(join(workspaceRoot, 'environments'));
  const unknown = [left, right].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError(`There is no environment "${unknown}".\nCompare two of ${known.join(', ')}.`);
  }
  if (left === right) throw new UserError(`"${left}" does not differ from itself.\nName another environment.`);
  await runNx(workspaceRoot, ['run-many', '-t', 'synth', '-p', `${left},${right}`]);
  return compareEnvironments(workspaceRoot, left, right);
}
