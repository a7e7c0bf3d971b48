import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  changesSince,
  planDigest,
  reviewEnvironment,
  reviewOf,
  type EnvironmentReview,
  type Review,
} from '@gatehouse/plan-review';
import { reviewInputs } from '@gatehouse/plan-review/inputs';
import type { TerraformPlan } from '@gatehouse/surface';
import { SetupError } from './errors';
import { type PlanJson } from './plan-json';
import { type StackResult } from './stack-result';
import { type Stack } from './stacks';

/** What a deploy would do is not what was reviewed. Nothing of it was applied. */
export class NotReviewedError extends SetupError {
  override name = 'NotReviewedError';
}

/** What was reviewed: a digest, as the review prints it, or the review's own JSON, which can tell what differs. */
export type Reviewed = { readonly digest: string } | { readonly review: Review };

/**
 * @param text a digest, or the name of a file that `plan-review --json` wrote
 * @throws SetupError it is neither
 */
export function readReviewed(text: string): Reviewed {
  if (/^gh\d+-[0-9a-f]+$/.test(text)) return { digest: text };
  if (!existsSync(text)) {
    throw new SetupError(
      `--reviewed ${text}: expected a digest (gh2-…) as the review prints it, or the JSON file of a review.`,
    );
  }
  const { review, problems } = reviewInputs({ files: [text] });
  if (problems.length > 0) throw new SetupError(problems.join('\n'));
  return { review };
}

/** Lets pass only plans that mean what was reviewed. */
export class ReviewedPlans {
  private constructor(private readonly digests: ReadonlyMap<string, string>) {}

  /**
   * Compares what the stacks' plans mean now with what was reviewed.
   *
   * @param stacks planned just now
   * @throws NotReviewedError they mean something else
   */
  static compare(
    reviewed: Reviewed,
    app: string,
    stacks: readonly Stack[],
    results: readonly StackResult[],
  ): ReviewedPlans {
    const current = reviewPlans(basename(resolve(app)), stacks, results);
    const differences =
      'review' in reviewed
        ? changesSince(reviewOf(reviewed.review.environments.map(planned)), reviewOf([planned(current)]))
        : [];
    const same = 'review' in reviewed ? differences.length === 0 : reviewed.digest === current.digest;
    if (!same) throw new NotReviewedError(describe(reviewed, current, differences));
    return new ReviewedPlans(
      new Map(current.stacks.flatMap(({ name, digest }) => (digest === undefined ? [] : [[name, digest]]))),
    );
  }

  /** Why the plan that is about to be applied must not be: it means something else than what was reviewed. */
  refusalOf(stack: string, plan: PlanJson): NotReviewedError | undefined {
    const reviewed = this.digests.get(stack);
    const next = 'Plan and review it, then deploy again.';
    if (reviewed === undefined) {
      return new NotReviewedError(`${stack} was not applied: it could not be planned when it was reviewed. ${next}`);
    }
    if (planDigest(plan as TerraformPlan).digest === reviewed) return undefined;
    return new NotReviewedError(
      `${stack} was not applied: its plan means something else now that the stack before it is applied. ${next}`,
    );
  }
}

/** A stack that could not be planned, then or now, is stopped at when it is its turn. */
const planned = ({ stacks, digest: _, ...environment }: EnvironmentReview): EnvironmentReview => ({
  ...environment,
  stacks: stacks.filter(({ digest }) => digest !== undefined),
});

function reviewPlans(name: string, stacks: readonly Stack[], results: readonly StackResult[]): EnvironmentReview {
  const plans: Record<string, TerraformPlan> = {};
  const notPlanned: Record<string, string> = {};
  for (const { stack, outcome, dependsOn, error } of results) {
    const file = join(stacks.find((each) => each.name === stack)?.workDirectory ?? '', 'plan.json');
    if (existsSync(file)) plans[stack] = JSON.parse(readFileSync(file, 'utf8')) as TerraformPlan;
    else notPlanned[stack] = dependsOn ? `depends on ${dependsOn.join(', ')}` : (error ?? outcome);
  }
  return reviewEnvironment({ name, plans, notPlanned });
}

function describe(reviewed: Reviewed, current: EnvironmentReview, differences: readonly string[]): string {
  const now = current.digest ?? 'no digest: not every stack could be planned';
  return [
    'Nothing was applied: the plan is not what was reviewed.',
    ...('digest' in reviewed
      ? [`  reviewed: ${reviewed.digest}`, `  now:      ${now}`]
      : differences.map((line) => `  ${line}`)),
    'Review the plan above and deploy what that review prints.',
  ].join('\n');
}
