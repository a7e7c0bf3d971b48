import { join } from 'node:path';
import { type Comparison, compareSynthesized } from './compare';
import { KEPT, readGuide, SYNTHESIZED } from './guide';
import { installed, type Package } from './installed';
import { inScratchCopy, type JobOptions, type JobReport } from './job';
import { runEach, runInOrder, type StepResult } from './run-steps';

export interface CdktnReport extends JobReport {
  readonly job: 'cdktn';
  readonly before: Package;
  readonly after: Package;
  readonly comparison: Comparison;
  /** Why it is not ok, a sentence each; empty when it is. */
  readonly problems: readonly string[];
}

/**
 * Moves a scratch copy to CDK Terrain as docs/cdktn.md says, and tells whether it still works and every environment's
 * JSON stayed the same.
 *
 * @throws EngineCheckError when the copy could not be moved
 */
export function checkCdktn(options: JobOptions): Promise<CdktnReport> {
  const guide = readGuide(options.workspace);
  return inScratchCopy(options, async (scratch) => {
    const start = await runInOrder(guide.before, scratch);
    const before = installed(scratch.cwd, 'cdktf');
    const move = await runInOrder(guide.cdktn, scratch);
    const after = installed(scratch.cwd, 'cdktf');
    const checks = await runEach([...guide.proof, ...guide.comparison, ...guide.unitTests], scratch);
    const comparison = compareSynthesized(join(scratch.cwd, KEPT), join(scratch.cwd, SYNTHESIZED));
    const problems = problemsOf(checks, comparison);
    return {
      job: 'cdktn',
      node: process.versions.node,
      ok: problems.length === 0,
      steps: [...start, ...move, ...checks],
      before,
      after,
      comparison,
      problems,
    };
  });
}

/** Exported for its test. */
export function problemsOf(
  checks: readonly Pick<StepResult, 'title' | 'ok'>[],
  { differences, ignored }: Comparison,
): string[] {
  return [
    ...checks.filter(({ ok }) => !ok).map(({ title }) => `The step "${title}" failed.`),
    ...(differences.length > 0 ? [`The synthesized JSON differs in ${differences.length} places.`] : []),
    ...(ignored.length === 0
      ? ['The JSON names the same engine version before and after: the old engine synthesized both.']
      : []),
  ];
}
