import { onStages, type Filling } from '../access/stage-variables';
import type { Unknown } from '../model';

/** What a text with stage variables becomes on one stage. */
export interface StageText {
  readonly stage: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The stages on which a text with stage variables changes, though the text itself may stay. A new stage, or a canary, is
 * compared with what the text was on any stage.
 */
export function stageTexts(
  before: string | Unknown | undefined,
  stagesBefore: readonly Filling[],
  after: string | Unknown | undefined,
  stagesAfter: readonly Filling[],
): readonly StageText[] {
  const was = onStages(before, stagesBefore);
  if (was.size === 0) return [];
  const known = [...was.values()];
  return [...onStages(after, stagesAfter)].flatMap(([stage, text]) => {
    const old = was.get(stage) ?? was.get(stage.replace(/, canary$/, '')) ?? known[0];
    if (typeof text !== 'string' || typeof old !== 'string') return [];
    return old === text || (!was.has(stage) && known.includes(text)) ? [] : [{ stage, before: old, after: text }];
  });
}
