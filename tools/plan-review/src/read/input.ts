import { describeKind, parseTerraformJson, UnreadableError, type TerraformPlan } from '@gatehouse/surface';
import { lazy } from '../lazy';
import type { EnvironmentReview } from '../model/review';
import { stackNameOf } from './stack-name';
import { parseBrief } from './brief-plan';
import { readWith, STDIN, textOf } from './text';

/** What one file holds: a plan, or reviews that were made before. */
export type Input =
  | { readonly kind: 'plan'; readonly where: string; readonly stack: string; readonly plan: TerraformPlan }
  | { readonly kind: 'review'; readonly where: string; readonly environments: readonly EnvironmentReview[] };

/**
 * Reads a plan (`terraform show -json`) or a review (`plan-review --json`).
 *
 * @throws UnreadableError it is neither; says what it is and what to do
 */
export function readInput(file: string): Input {
  const where = file === STDIN ? 'standard input' : file;
  const found = readWith(file, (bytes) => parseBrief(bytes) ?? textOf(bytes));
  const content = typeof found === 'string' ? parseTerraformJson(found, where) : found;
  if (isReview(content)) {
    const { environments } = lazy.reviewJson().parseReview(content, where);
    return { kind: 'review', where, environments };
  }
  if (Array.isArray(content) || typeof content !== 'object' || content === null) {
    throw new UnreadableError(where, 'the JSON of a plan', describeKind(content));
  }
  const stack = file === STDIN ? 'plan' : stackNameOf(file);
  return { kind: 'plan', where, stack, plan: withoutRepetition(content as TerraformPlan) };
}

const isReview = (content: unknown): content is { readonly format: unknown } =>
  typeof content === 'object' && content !== null && 'format' in content;

/** What the changes say already, and nobody reads here: a third of a plan. */
function withoutRepetition(plan: TerraformPlan): TerraformPlan {
  const repeated = ['planned_values', 'relevant_attributes'].filter((part) => part in plan);
  return Object.assign(plan, Object.fromEntries(repeated.map((part) => [part, null])));
}
