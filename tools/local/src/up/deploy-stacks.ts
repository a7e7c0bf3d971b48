import { type ProgressEvent, type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { type Reporter, type Step } from '../console';

interface DeployOptions {
  readonly binary: TerraformBinary;
  /** Every one after those whose state it reads. */
  readonly stacks: readonly Stack[];
  readonly reporter: Pick<Reporter, 'step'>;
  /** Kills Terraform. */
  readonly signal: AbortSignal;
}

/**
 * Applies stacks in an emulator that has just started: nothing is there to be lost, so nobody reads a plan first. Stacks that read
 * no state of each other are applied side by side.
 */
export async function deployStacks({ binary, stacks, reporter, signal }: DeployOptions): Promise<void> {
  // All at once: they read the same files, and none reads a state.
  const prepared = new Map(stacks.map((stack) => [stack, new Terraform({ binary, stack, signal }).init()]));
  // Each is awaited in its turn, if an earlier one does not fail.
  for (const each of prepared.values()) each.catch(() => undefined);
  for (const together of inTurns(stacks)) {
    await reporter.step(`Deploy ${together.map(({ name }) => name).join(', ')}`, async (step) => {
      const applied = together.map(async (stack) => {
        step.doing('init');
        await prepared.get(stack);
        step.doing('apply');
        const onEvent = (event: ProgressEvent): void => describe(event, step);
        const terraform = new Terraform({ binary, stack, signal, isNew: true, onEvent });
        const { add, change, remove } = await terraform.applyUnread();
        return `${stack.name}: ${add} added, ${change} changed, ${remove} removed`;
      });
      step.found((await whenAllEnded(applied)).join('; '));
    });
  }
}

/** Stacks that can be applied together: after those that they read. */
export function inTurns<T extends Pick<Stack, 'dependencies' | 'name'>>(stacks: readonly T[]): T[][] {
  const turns = new Map<string, number>();
  const sorted: T[][] = [];
  for (const stack of stacks) {
    const turn = Math.max(0, ...stack.dependencies.map((name) => (turns.get(name) ?? 0) + 1));
    turns.set(stack.name, turn);
    (sorted[turn] ??= []).push(stack);
  }
  return sorted;
}

/** One that fails leaves none running. @throws what the first of them threw */
async function whenAllEnded<T>(works: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

function describe(event: ProgressEvent, step: Step): void {
  if (event.kind === 'started' || event.kind === 'completed') step.doing(`${event.address}: ${event.kind}`);
}
