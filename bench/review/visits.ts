import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewInputs } from '../../tools/plan-review/src/review-inputs';
import { writeLargePlan } from './large-plan';

/**
 * Prints how often each function of ours is called for the review of a plan of 400 changes, and of one twice as large. Run it
 * with `--no-opt --no-sparkplug`: V8 does not count calls that it compiled away.
 */
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-visits-'));
const session = new Session();
session.connect();
try {
  // What is done once, such as reading tables of verdicts, does not count.
  visits(40);
  console.log(JSON.stringify([visits(400), visits(800)]));
} finally {
  session.disconnect();
  rmSync(folder, { recursive: true });
}

function visits(changes: number): Record<string, number> {
  const plan = join(folder, 'plan.json');
  writeLargePlan(plan, changes);
  const counts: Record<string, number> = {};
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  reviewInputs({ files: [plan] });
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    for (const { url, functions } of result) {
      if (!/^(?:libs|tools)[\\/]/.test(url)) continue;
      for (const { functionName, ranges } of functions)
        counts[`${url} ${functionName} ${ranges[0]?.startOffset}`] = ranges[0]?.count ?? 0;
    }
  });
  session.post('Profiler.stopPreciseCoverage');
  return counts;
}
