import { deployStack } from '../deploy-stack';
import { describePlan } from '../describe-plan';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Session } from './session';

/** Plans and applies one stack after the other, each with exactly the plan that was printed; stops at the first failure. */
export async function deployCommand({ selected, bind, print }: Session): Promise<ExitCode> {
  for (const stack of selected) {
    print(stack.name);
    const terraform = bind(stack);
    await terraform.init();
    const summary = await deployStack(terraform, {
      onPlan: (plan) => {
        for (const line of describePlan(plan)) print(`  ${line}`);
      },
      onRedeploy: (addresses) =>
        print(`  deploying ${addresses.join(', ')} once more: its snapshot still holds what was removed`),
    });
    if (!summary) print('  no changes');
    else print(`  ${summary.add} added, ${summary.change} changed, ${summary.remove} destroyed`);
  }
  return EXIT.ok;
}
