import { UserError } from '@gatehouse/cli-kit';
import {
  applyStacks,
  type ApplyStacksOptions,
  type ChangeSummary,
  type KeptProviders,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { type Step } from '../../console';
import { type AppliedStates } from './applied-states';
import { jsonOf } from './live-folder';

export interface ApplyParts {
  readonly binary: TerraformBinary;
  readonly providers: KeptProviders;
  readonly states: AppliedStates;
  /** The JSON that each stack was last applied with; a stack that failed half-way has none. */
  readonly applied: Map<string, string>;
  /** Aborted when the emulator is gone. */
  readonly gone: AbortSignal;
}

interface ApplyOptions {
  readonly stacks: readonly Stack[];
  readonly step: Step;
  /** As `applyStacks` takes it. */
  readonly beforeApply: ApplyStacksOptions['beforeApply'];
}

/** Stacks whose JSON is another than the one that they were applied with. */
export const changedStacks = (stacks: readonly Stack[], { applied }: Pick<ApplyParts, 'applied'>): Stack[] =>
  stacks.filter((stack) => applied.get(stack.name) !== jsonOf(stack));

/**
 * Applies the stacks whose JSON changed, and those that read an output which is another now.
 *
 * @returns a line for each stack that was applied: `local-api: 2 added, 1 changed, 0 removed`
 */
export async function applyChanged(parts: ApplyParts, options: ApplyOptions): Promise<string[]> {
  const lines: string[] = [];
  const done = new Set<string>();
  let next = changedStacks(options.stacks, parts);
  while (next.length > 0) {
    const before = await outputsOf(next, parts);
    lines.push(...(await applyEach(next, parts, options)));
    next.forEach(({ name }) => done.add(name));
    const after = await outputsOf(next, parts);
    const changed = new Set([...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name));
    next = options.stacks.filter(
      ({ dependencies, name }) => !done.has(name) && dependencies.some((each) => changed.has(each)),
    );
  }
  return lines;
}

async function applyEach(
  stacks: readonly Stack[],
  { applied, binary, gone, providers, states }: ApplyParts,
  { beforeApply, step }: ApplyOptions,
): Promise<string[]> {
  const lines: string[] = [];
  const bind = (stack: Stack): Terraform =>
    new Terraform({ binary, stack, providers, signal: gone, readState: () => states.text(stack) });
  const work = applyStacks({
    stacks,
    bind,
    onPlan: ({ name }) => step.doing(`plan ${name}`),
    beforeApply: async (stack, plan) => {
      await beforeApply(stack, plan);
      step.doing(`apply ${stack.name}`);
      // Until it is applied as a whole it is neither this nor that.
      applied.delete(stack.name);
    },
    onApplied: (stack, summary) => {
      applied.set(stack.name, jsonOf(stack));
      if (summary) lines.push(describe(stack, summary));
    },
  });
  await work.catch(async (error: unknown) => {
    // What was applied half-way is no other command's.
    await Promise.allSettled(stacks.map((stack) => states.text(stack)));
    throw error;
  });
  return lines;
}

const describe = ({ name }: Stack, { add, change, remove }: ChangeSummary): string =>
  `${name}: ${add} added, ${change} changed, ${remove} removed`;

async function outputsOf(stacks: readonly Stack[], { states }: ApplyParts): Promise<ReadonlyMap<string, string>> {
  const outputs = await Promise.all(stacks.map(async (stack) => [stack.name, await states.outputs(stack)] as const));
  return new Map(outputs);
}

/** @throws UserError with the problems that the type check found */
export function refuseProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new UserError(`The types do not fit; nothing is applied.\n${problems.join('\n')}`);
}
