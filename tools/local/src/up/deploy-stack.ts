import {
  deployStack as planAndApply,
  type ProgressEvent,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { type Step } from './progress';

/** Plans a stack and applies exactly that plan. */
export async function deployStack(
  binary: TerraformBinary,
  stack: Stack,
  step: Step,
  signal: AbortSignal,
): Promise<void> {
  const terraform = new Terraform({ binary, stack, signal, onEvent: (event) => describe(event, step) });
  step.doing('init');
  await terraform.init();
  step.doing('plan');
  const summary = await planAndApply(terraform);
  step.found(
    summary
      ? `${stack.name}: ${summary.add} added, ${summary.change} changed, ${summary.remove} removed`
      : `${stack.name}: nothing to change`,
  );
}

function describe(event: ProgressEvent, step: Step): void {
  if (event.kind === 'started' || event.kind === 'completed') step.doing(`${event.address}: ${event.kind}`);
}
