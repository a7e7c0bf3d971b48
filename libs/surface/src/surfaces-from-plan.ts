import type { Surface, Unknown } from './model';
import { readPlans } from './read-plans';
import type { Stacks } from './terraform/format';
import type { TerraformPlan } from './terraform/plan';

export interface PlannedSurfaces {
  readonly before: Surface<Unknown>;
  readonly after: Surface<Unknown>;
  /** See `ReadPlans`. */
  readonly complete: boolean;
}

/**
 * Only the two surfaces of `readPlans`.
 *
 * @throws UnreadableError a plan is of a newer major format, truncated, or something else
 */
export function surfacesFromPlan(plans: Stacks<TerraformPlan>): PlannedSurfaces {
  const { before, after, complete } = readPlans(plans);
  return { before, after, complete };
}
