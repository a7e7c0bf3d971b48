import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Step, stepsOf } from './steps';

/** The steps of docs/cdktn.md: what it tells people to do is what the jobs do. */
export interface Guide {
  /** The engine as it is: installed as locked, and its JSON kept. */
  readonly before: readonly Step[];
  readonly cdktn: readonly Step[];
  readonly provider6: readonly Step[];
  /** Types and synthesis. */
  readonly proof: readonly Step[];
  readonly comparison: readonly Step[];
  readonly unitTests: readonly Step[];
}

/** Where the steps keep the JSON of before, and where they leave the JSON of after. */
export const KEPT = 'dist/before';
export const SYNTHESIZED = 'apps';

export function readGuide(workspace: string): Guide {
  const text = readFileSync(join(workspace, 'docs/cdktn.md'), 'utf8');
  return {
    before: stepsOf(text, 'Before'),
    cdktn: stepsOf(text, 'Move to CDK Terrain'),
    provider6: stepsOf(text, 'Move to provider 6'),
    proof: stepsOf(text, 'Prove it'),
    comparison: stepsOf(text, 'Compare'),
    unitTests: stepsOf(text, 'Run the unit tests'),
  };
}
