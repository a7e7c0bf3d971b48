import {
  type ChangeSummary,
  type ProgressEvent,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { type Step } from '@gatehouse/local-tools/console';
import { pastDeadLock } from './past-dead-lock';
import { type DeadRun } from './run-record';

/** What Terraform did. */
export type Changes = Pick<ChangeSummary, 'add' | 'change' | 'remove' | 'import'>;

const noChanges: Changes = { add: 0, change: 0, remove: 0, import: 0 };

/** Plans a stack and applies exactly that plan. */
export async function deploy(
  binary: TerraformBinary,
  stack: Stack,
  dead: DeadRun | undefined,
  step: Step,
): Promise<Changes> {
  const terraform = new Terraform({ binary, stack, onEvent: (event) => describe(event, step) });
  const onWait = () => step.doing('waiting for the end of what a killed run left behind');
  step.doing('init');
  await terraform.init();
  step.doing('plan');
  const plan = await pastDeadLock(terraform, dead, onWait, () => terraform.plan());
  if (!plan.changes) return noChanges;
  const { add, change, remove, ...rest } =
    (await pastDeadLock(terraform, dead, onWait, () => terraform.apply(plan.file))) ?? noChanges;
  return { add, change, remove, import: rest.import };
}

export function inWords({ add, change, remove, import: adopted }: Changes): string {
  if (add + change + remove + adopted === 0) return 'nothing to change';
  return `${add} made, ${adopted} adopted, ${change} changed, ${remove} removed`;
}

function describe(event: ProgressEvent, step: Step): void {
  if (event.kind === 'started' || event.kind === 'completed') {
    step.doing(`${event.action} ${event.address}: ${event.kind}`);
  }
  if (event.kind === 'running') step.doing(`${event.action} ${event.address}: ${event.seconds} s`);
}
