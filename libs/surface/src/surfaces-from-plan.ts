import type { Surface, Unknown } from './model';
import { readSurface } from './read-surface';
import type { Stacks } from './terraform/format';
import { planResources, type TerraformPlan } from './terraform/plan';

export interface PlannedSurfaces {
  readonly before: Surface<Unknown>;
  readonly after: Surface<Unknown>;
  /**
   * False: at least one plan failed, has targets, or defers changes. `after` then shows what Terraform got to say; for
   * the rest it repeats `before`.
   */
  readonly complete: boolean;
}

/**
 * The surface before and after plans, from the parsed output of `terraform show -json <plan file>`: a list, or an object
 * by stack name. What is only known after apply is `Unknown` and says what it is made from; secrets are never copied.
 * Objects that a failed replacement left behind (`deposed`) are in neither.
 *
 * @throws UnreadableError a plan is of a newer major format, truncated, or something else
 */
export function surfacesFromPlan(plans: Stacks<TerraformPlan>): PlannedSurfaces {
  const { before, after, complete } = planResources(plans);
  return { before: readSurface(before), after: readSurface(after), complete };
}
