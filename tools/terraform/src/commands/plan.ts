import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOutputs, describePlan } from '../describe-plan';
import { TerraformError } from '../errors';
import { type StackResult } from '../stack-result';
import { type Stack } from '../stacks';
import { describeUpstream, unappliedUpstreams } from '../upstream';
import { type Session } from './session';

/**
 * Plans every stack that can be planned, and leaves `plan.tfplan` and `plan.json` in its work directory. Takes no lock,
 * so that a role which cannot write can plan; `deploy` does.
 */
export async function planCommand(session: Session): Promise<StackResult[]> {
  const results: StackResult[] = [];
  const outputsChange = new Set<string>();
  for (const stack of session.selected) {
    session.print(stack.name);
    try {
      results.push(await planStack(session, stack, outputsChange));
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      results.push(reportFailure(session, stack, error));
    }
  }
  return results;
}

async function planStack({ bind, print }: Session, stack: Stack, outputsChange: Set<string>): Promise<StackResult> {
  const jsonFile = join(stack.workDirectory, 'plan.json');
  // After a failed plan no older one may be found.
  rmSync(jsonFile, { force: true });
  const terraform = bind(stack);
  await terraform.init();
  const plan = await terraform.plan({ lock: false });
  const json = await terraform.showPlan(plan.file);
  writeFileSync(jsonFile, JSON.stringify(json), { mode: 0o600 });
  for (const line of describePlan(json)) print(`  ${line}`);
  for (const upstream of stack.dependencies.filter((name) => outputsChange.has(name))) {
    print(`  planned with the outputs that ${upstream} has now; plan again when its changes are applied`);
  }
  if (changesOutputs(json)) outputsChange.add(stack.name);
  const { add = 0, change = 0, remove = 0 } = plan.summary ?? {};
  print(plan.changes ? `  ${add} to add, ${change} to change, ${remove} to destroy` : '  no changes');
  return { stack: stack.name, outcome: plan.changes ? 'changes' : 'no changes', add, change, remove };
}

function reportFailure({ all, print, printError }: Session, stack: Stack, error: TerraformError): StackResult {
  const upstreams = unappliedUpstreams(error, stack, all);
  if (!upstreams) {
    printError(error.message);
    return { stack: stack.name, outcome: 'failed', error: error.message };
  }
  for (const upstream of upstreams) print(`  ${describeUpstream(upstream)}`);
  const dependsOn = upstreams.map((upstream) => upstream.stack);
  return { stack: stack.name, outcome: 'upstream not applied', dependsOn };
}
