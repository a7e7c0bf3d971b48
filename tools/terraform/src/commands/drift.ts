import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { changedOutside } from '../changed-outside';
import { isDeletion } from '../describe-plan';
import { driftedAttributes, readDriftIgnore, type DriftIgnore } from '../drift-ignore';
import { TerraformError } from '../errors';
import { refuseLostState } from '../lost-state/lost-state-error';
import { type StateResource } from '../plan-json';
import { reconcile } from '../reconcile';
import { type StackResult } from '../stack-result';
import { type Stack } from '../stacks';
import { type Session } from './session';

/**
 * Compares the state of every stack with AWS. Changes nothing, takes no lock, leaves no plan behind. What
 * `<app>/drift-ignore.json` lists is left out.
 */
export async function driftCommand(session: Session): Promise<StackResult[]> {
  const ignore = readDriftIgnore(join(session.directory, 'drift-ignore.json'));
  const results: StackResult[] = [];
  for (const stack of session.selected) {
    session.print(stack.name);
    try {
      results.push(await driftOf(session, stack, ignore));
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      session.printError(error.message);
      results.push({ stack: stack.name, outcome: 'failed', error: error.message });
    }
  }
  return results;
}

async function driftOf(session: Session, stack: Stack, ignore: DriftIgnore): Promise<StackResult> {
  const { bind, print } = session;
  const terraform = bind(stack);
  // A stack whose first state was lost looks as one that was never applied.
  await refuseLostState(terraform.options);
  await terraform.init();
  if (!(await terraform.showState()).values) {
    print('  not applied yet');
    return { stack: stack.name, outcome: 'no changes' };
  }
  const out = join(stack.workDirectory, 'drift.tfplan');
  const plan = await terraform.plan({ refreshOnly: true, lock: false, out });
  const json = await terraform.showPlan(plan.file);
  rmSync(plan.file);
  const elsewhere = changedOutside(json).length > 0 ? await resourcesElsewhere(session, stack) : [];
  const drift = changedOutside(json, elsewhere).flatMap((resource) => {
    const attributes = driftedAttributes(resource, ignore);
    if (attributes.length === 0) return [];
    const found = `${resource.address} (${attributes.join(', ')})`;
    const what = isDeletion(resource.change) ? `${resource.address} was deleted` : `${found} was changed`;
    print(`  ! ${what} outside of Terraform`);
    const ways = reconcile(stack, resource, attributes);
    for (const way of ways) print(`      ${way}`);
    return [{ found, reconcile: ways }];
  });
  if (drift.length === 0) print('  no drift');
  return drift.length > 0
    ? { stack: stack.name, outcome: 'drift', drift }
    : { stack: stack.name, outcome: 'no changes' };
}

/** What the other stacks applied; one whose state cannot be read explains no drift. */
async function resourcesElsewhere({ all, bind }: Session, stack: Stack): Promise<StateResource[]> {
  const found: StateResource[] = [];
  for (const other of all.filter(({ name }) => name !== stack.name)) {
    try {
      const terraform = bind(other);
      await terraform.init();
      found.push(...((await terraform.showState()).values?.root_module?.resources ?? []));
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
    }
  }
  return found;
}
