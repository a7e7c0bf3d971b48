import { TerraformError } from '../errors';
import { type PlanJson } from '../plan-json';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';
import { type Terraform } from '../terraform';
import { applyOrder, OrderConflictError } from './apply-order';
import { lossesOf } from './losses';

/**
 * What there is to say about the order in which a deploy would apply stacks: nothing when each comes after those that it
 * reads.
 *
 * @param plans of initialised stacks, every one after those that it reads; nothing of those that cannot be planned yet
 */
export async function describeOrderOf(
  plans: ReadonlyMap<Stack, PlanJson | undefined>,
  bind: (stack: Stack) => Terraform,
): Promise<readonly string[]> {
  const takesAway = [...plans.values()].some((plan) => plan !== undefined && lossesOf(plan).length > 0);
  if (plans.size < 2 || !takesAway) return [];
  const facts = [];
  for (const [stack, plan] of plans) facts.push({ stack, plan, state: await stateOf(bind(stack)) });
  try {
    return applyOrder(facts).notes;
  } catch (error) {
    if (error instanceof OrderConflictError) return [error.message];
    throw error;
  }
}

/** A state that cannot be read was reported with its plan. */
async function stateOf(terraform: Terraform): Promise<StateFile | undefined> {
  try {
    return await terraform.pullState();
  } catch (error) {
    if (error instanceof TerraformError) return undefined;
    throw error;
  }
}
