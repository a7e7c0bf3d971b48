import { execa } from 'execa';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BaseWorktree, commitOf } from '@gatehouse/terraform';
import { workspaceRoot } from '../plans';
import { type Mutant } from './mutants';

/** Tries mutants by the unit tests of what imports them, in a copy of the last commit. */
export async function tryByTests(
  mutants: readonly Mutant[],
  textsOf: (mutant: Mutant) => { readonly before: string; readonly after: string },
  report: (mutant: Mutant, isNoticed: boolean) => void,
): Promise<readonly Mutant[]> {
  const copy = new BaseWorktree(workspaceRoot, commitOf(workspaceRoot, 'HEAD'));
  const unnoticed: Mutant[] = [];
  try {
    for (const mutant of mutants) {
      const { before, after } = textsOf(mutant);
      const file = join(copy.root, mutant.file);
      writeFileSync(file, after);
      const isNoticed = await fails(copy.root, file);
      writeFileSync(file, before);
      if (!isNoticed) unnoticed.push(mutant);
      report(mutant, isNoticed);
    }
  } finally {
    copy.remove();
  }
  return unnoticed;
}

/** Whether a unit test fails of those that import a file. The kept plans were asked before. */
async function fails(root: string, file: string): Promise<boolean> {
  const jest = (...args: string[]) =>
    execa('npx', ['jest', ...args, '--selectProjects=unit'], { cwd: root, reject: false });
  const { stdout } = await jest('--findRelatedTests', file, '--listTests');
  const tests = stdout.split('\n').filter((path) => path.endsWith('.test.ts') && !path.includes('review-catalogue'));
  if (tests.length === 0) return false;
  // In one process: what is ended at the first failure leaves no others behind.
  const { exitCode } = await jest('--runInBand', '--bail', '--runTestsByPath', ...tests);
  return exitCode !== 0;
}
