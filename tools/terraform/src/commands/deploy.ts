import { join } from 'node:path';
import { isUserError } from '@gatehouse/cli-kit';
import { ApplyJournal } from '../apply-journal';
import { deployStack } from '../deploy-stack';
import { describePlan } from '../describe-plan';
import { InterruptedError } from '../errors';
import { recover } from '../recover';
import { type ReviewedPlans } from '../reviewed';
import { type StackResult } from '../stack-result';
import { type Stack } from '../stacks';
import { planCommand } from './plan';
import { type Session } from './session';

/**
 * Plans and applies one stack after the other, each with exactly the plan that was printed; stops at the first failure.
 *
 * @param compare gives the plans that may be applied, or throws @default - whatever the plans are, they are applied
 */
export async function deployCommand(
  session: Session,
  compare?: (app: string, stacks: readonly Stack[], planned: readonly StackResult[]) => ReviewedPlans,
): Promise<StackResult[]> {
  const plans = compare?.(session.directory, session.all, await planCommand(session));
  const results: StackResult[] = [];
  for (const stack of session.selected) {
    const stopped = results.some(({ outcome }) => outcome === 'failed' || outcome === 'interrupted');
    results.push(stopped ? { stack: stack.name, outcome: 'not started' } : await deployOne(session, stack, plans));
  }
  return results;
}

async function deployOne(session: Session, stack: Stack, plans?: ReviewedPlans): Promise<StackResult> {
  session.print(stack.name);
  try {
    return await applyStack(session, stack, plans);
  } catch (error) {
    if (!isUserError(error)) throw error;
    session.printError(error.message);
    const outcome = error instanceof InterruptedError ? 'interrupted' : 'failed';
    return { stack: stack.name, outcome, error: error.message };
  }
}

async function applyStack({ bind, print }: Session, stack: Stack, plans?: ReviewedPlans): Promise<StackResult> {
  const terraform = bind(stack);
  await terraform.init();
  const journal = new ApplyJournal(join(stack.workDirectory, 'apply.jsonl'));
  const { imports, unsure } = await recover(terraform, stack, journal);
  const summary = await deployStack(terraform, {
    imports,
    journal: journal.file,
    onPlan: (plan) => {
      const refusal = plans?.refusalOf(stack.name, plan);
      // A plan that is what was reviewed has been printed with all others, before the first apply.
      const changes = plans && !refusal ? [] : describePlan(plan);
      for (const line of [...changes, ...unsure]) print(`  ${line}`);
      if (refusal) throw refusal;
    },
    onRedeploy: (addresses) =>
      print(`  deploying ${addresses.join(', ')} once more: its snapshot still holds what was removed`),
  });
  journal.remove();
  if (!summary) {
    print('  no changes');
    return { stack: stack.name, outcome: 'no changes' };
  }
  const { add, change, remove } = summary;
  print(`  ${add} added, ${change} changed, ${remove} destroyed`);
  return { stack: stack.name, outcome: 'applied', add, change, remove };
}
