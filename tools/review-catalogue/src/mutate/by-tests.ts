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
      const args = ['--selectProjects', 'unit', '--bail', '--testPathIgnorePatterns', 'review-catalogue'];
      const { exitCode } = await execa('npx', ['jest', '--findRelatedTests', file, ...args], {
        cwd: copy.root,
        reject: false,
      });
      writeFileSync(file, before);
      if (exitCode === 0) unnoticed.push(mutant);
      report(mutant, exitCode !== 0);
    }
  } finally {
    copy.remove();
  }
  return unnoticed;
}
