import { describePlan } from '../describe-plan';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Session } from './session';

/** Plans and applies one stack after the other, each with exactly the plan that was printed; stops at the first failure. */
export async function deployCommand({ selected, bind, print }: Session): Promise<ExitCode> {
  for (const stack of selected) {
    print(stack.name);
    const terraform = bind(stack);
    await terraform.init();
    const plan = await terraform.plan();
    if (!plan.changes) {
      print('  no changes');
      continue;
    }
    for (const line of describePlan(await terraform.showPlan(plan.file))) print(`  ${line}`);
    const { add = 0, change = 0, remove = 0 } = (await terraform.apply(plan.file)) ?? {};
    print(`  ${add} added, ${change} changed, ${remove} destroyed`);
  }
  return EXIT.ok;
}
