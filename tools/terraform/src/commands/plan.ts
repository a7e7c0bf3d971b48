import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedOutputs, describePlan } from '../describe-plan';
import { TerraformError } from '../errors';
import { describeOrderOf } from '../order/order-of-plans';
import { type PlanJson } from '../plan-json';
import { readStackConfig } from '../stack-config';
import { type StackResult } from '../stack-result';
import { outputsRead, placeOf } from '../state-place';
import { type Stack } from '../stacks';
import { describeUpstream, unappliedUpstreams } from '../upstream';
import { type Session } from './session';

/** What a plan of a stack leaves behind. It holds secrets. */
export const planFiles = ({ workDirectory }: Stack) => ({
  saved: join(workDirectory, 'plan.tfplan'),
  json: join(workDirectory, 'plan.json'),
  /** Of what data sources wait for. */
  part: join(workDirectory, 'part.tfplan'),
  /** Of a stack that was applied, for those that read it. */
  again: join(workDirectory, 'again.tfplan'),
});

/**
 * Plans every stack that can be planned, and leaves `plan.tfplan` and `plan.json` in its work directory. Takes no lock,
 * so that a role which cannot write can plan; `deploy` does.
 */
export async function planCommand(session: Session): Promise<StackResult[]> {
  const results: StackResult[] = [];
  const plans = new Map<Stack, PlanJson | undefined>();
  for (const stack of session.selected) {
    session.print(stack.name);
    try {
      const { result, json } = await planStack(session, stack, plans);
      plans.set(stack, json);
      results.push(result);
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      plans.set(stack, undefined);
      results.push(reportFailure(session, stack, error));
    }
  }
  for (const line of await describeOrderOf(plans, session.bind)) session.print(line);
  return results;
}

async function planStack(
  { bind, print }: Session,
  stack: Stack,
  before: ReadonlyMap<Stack, PlanJson | undefined>,
): Promise<{ result: StackResult; json: PlanJson }> {
  const { json: jsonFile } = planFiles(stack);
  // After a failed plan no older one may be found.
  rmSync(jsonFile, { force: true });
  const terraform = bind(stack);
  await terraform.init();
  const plan = await terraform.plan({ lock: false });
  const json = await terraform.showPlan(plan.file);
  writeFileSync(jsonFile, JSON.stringify(json), { mode: 0o600 });
  for (const line of describePlan(json)) print(`  ${line}`);
  for (const { name } of changedBefore(stack, before)) {
    print(`  planned with the outputs that ${name} has now; plan again when its changes are applied`);
  }
  const { add = 0, change = 0, remove = 0 } = plan.summary ?? {};
  print(plan.changes ? `  ${add} to add, ${change} to change, ${remove} to destroy` : '  no changes');
  const outcome = plan.changes ? 'changes' : 'no changes';
  return { result: { stack: stack.name, outcome, add, change, remove }, json };
}

/** Stacks whose plan changes an output that this one reads. */
function changedBefore(stack: Stack, before: ReadonlyMap<Stack, PlanJson | undefined>): Stack[] {
  const read = outputsRead(readStackConfig(stack));
  return [...before].flatMap(([upstream, plan]) => {
    const outputs = read.get(placeOf(upstream) ?? '');
    return plan && outputs && changedOutputs(plan).some((name) => outputs.has(name)) ? [upstream] : [];
  });
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
