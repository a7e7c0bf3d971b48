import { type ProgressEvent, type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { type Step } from './progress';

/** Applies a stack in an emulator that has just started: nothing is there to be lost, so nobody reads a plan first. */
export async function deployStack(
  binary: TerraformBinary,
  stack: Stack,
  step: Step,
  signal: AbortSignal,
): Promise<void> {
  const terraform = new Terraform({ binary, stack, signal, isNew: true, onEvent: (event) => describe(event, step) });
  step.doing('init');
  await terraform.init();
  step.doing('apply');
  const { add, change, remove } = await terraform.applyUnread();
  step.found(`${stack.name}: ${add} added, ${change} changed, ${remove} removed`);
}

function describe(event: ProgressEvent, step: Step): void {
  if (event.kind === 'started' || event.kind === 'completed') step.doing(`${event.address}: ${event.kind}`);
}
