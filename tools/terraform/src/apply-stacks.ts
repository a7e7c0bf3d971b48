import { applyPlanned, planWith, removes } from './deploy-stack';
import { ApplyQueue, type PreparedStack } from './order/apply-queue';
import { type PlanJson } from './plan-json';
import { type Stack } from './stacks';
import { type Terraform } from './terraform';
import { type ChangeSummary } from './ui-events';

export interface ApplyStacksOptions {
  /** Every one after those whose state it reads. */
  readonly stacks: readonly Stack[];
  readonly bind: (stack: Stack) => Terraform;
  /** Work on a stack begins. */
  readonly onPlan?: (stack: Stack) => void;
  /**
   * A plan is about to be applied; what this throws keeps it from that. The plan's JSON is there when something goes away.
   */
  readonly beforeApply: (stack: Stack, plan: PlanJson | undefined) => Promise<void>;
  /** A stack was applied, or had nothing to change. */
  readonly onApplied: (stack: Stack, summary: ChangeSummary | undefined) => void;
}

/**
 * Plans and applies stacks, each after those that it reads, but before one that deletes what it uses until then; stops at the first
 * that fails.
 *
 * @throws as Terraform's methods do, and OrderConflictError when no order of the stacks is safe
 */
export async function applyStacks({ stacks, bind, onPlan, beforeApply, onApplied }: ApplyStacksOptions): Promise<void> {
  const queue = new ApplyQueue<PreparedStack>(stacks, bind, async (stack) => {
    onPlan?.(stack);
    const terraform = bind(stack);
    await terraform.init();
    return { terraform, ...(await planWith(terraform, [])) };
  });
  while (queue.left.length > 0) {
    const [stack] = (await queue.order()).stacks as [Stack];
    const { terraform, plan, json: known } = await queue.take(stack);
    const json = known ?? (removes(plan) ? await terraform.showPlan(plan.file) : undefined);
    if (plan.changes) await beforeApply(stack, json);
    const summary = await applyPlanned(terraform, { plan, json }, {});
    if (summary) queue.forgetReadersOf(stack);
    onApplied(stack, summary);
  }
}
