import { describePlan } from '../describe-plan';
import { planWith } from '../deploy-stack';
import { type PreparedStack } from '../order/apply-queue';
import { type PlanJson } from '../plan-json';
import { removedAfter } from '../removed-after';
import { readDuringApply } from '../reviewed/read-during-apply';
import { type ReviewedPlans } from '../reviewed/reviewed-plans';
import { differencesWhereKnown } from '../reviewed/same-where-known';
import { type Stack } from '../stacks';
import { type Terraform } from '../terraform';
import { planFiles } from './plan';
import { type Session } from './session';

interface ToCheck extends PreparedStack {
  readonly journal: { readonly file: string };
}

/**
 * Lets a plan pass that means what was reviewed. Data sources that it would read only during the apply are read first: what they
 * need is applied, as a part of this plan, and the rest is planned again.
 *
 * @returns the plan to apply
 * @throws NotReviewedError it means something else, or what the data sources answer makes it
 */
export async function checkReviewed<T extends ToCheck>(
  { bind, print }: Session,
  stack: Stack,
  prepared: T,
  reviewed: ReviewedPlans,
): Promise<T> {
  const { terraform, plan } = prepared;
  if (!plan.changes) return prepared;
  const planNow = (other: Stack) => planAgain(bind(other));
  const json = prepared.json ?? (await terraform.showPlan(plan.file));
  await stopping(json, () => reviewed.check(stack, json, planNow));
  const sources = readDuringApply(json);
  if (sources.length === 0) return { ...prepared, json };

  print(`  reads ${sources.join(', ')} first: the rest depends on what it answers`);
  await applyFor(sources, prepared, json, (differences) => reviewed.refuse(stack, differences));
  const second = await planWith(terraform, []);
  const secondJson = await terraform.showPlan(second.plan.file);
  await stopping(secondJson, async () => {
    const differences = differencesWhereKnown(json, secondJson);
    await reviewed.checkAfterReading(stack, secondJson, differences, planNow);
  });
  return { ...prepared, ...second, json: secondJson };

  /** What is refused has not been printed yet; the rest has, with all plans. */
  async function stopping(which: PlanJson, check: () => Promise<void>): Promise<void> {
    try {
      await check();
    } catch (error) {
      for (const line of describePlan(which)) print(`  ${line}`);
      throw error;
    }
  }
}

/** Applies what data sources wait for, if that is a part of the plan that was compared. */
async function applyFor(
  sources: readonly string[],
  { journal, terraform }: ToCheck,
  whole: PlanJson,
  refuse: (differences: readonly string[]) => void,
): Promise<void> {
  const out = planFiles(terraform.options.stack).part;
  await removedAfter([out], async () => {
    const { changes } = await terraform.plan({ target: sources, out });
    refuse(differencesWhereKnown(whole, await terraform.showPlan(out)));
    if (changes) await terraform.apply(out, { journal: journal.file });
  });
}

/** Beside the plan that waits to be applied. */
async function planAgain(terraform: Terraform): Promise<PlanJson> {
  const out = planFiles(terraform.options.stack).again;
  return removedAfter([out], async () => terraform.showPlan((await terraform.plan({ lock: false, out })).file));
}
