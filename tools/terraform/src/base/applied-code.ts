import { type SynthesizedStack } from '@gatehouse/surface';
import { stateIn } from '../applied-content';
import { type Stack } from '../stacks';

type Code = Readonly<Record<string, SynthesizedStack>>;

/**
 * The code of a commit, without the stacks of which nothing was ever applied: all of them is new to AWS, whatever the commit has. One whose
 * state cannot be read keeps its code.
 */
export async function appliedCode(code: Code, stacks: readonly Stack[]): Promise<Code> {
  const never = await Promise.all(
    stacks.filter(({ name }) => name in code).map(async (stack) => ((await isApplied(stack)) ? [] : [stack.name])),
  );
  const names = new Set(never.flat());
  return Object.fromEntries(Object.entries(code).filter(([name]) => !names.has(name)));
}

async function isApplied(stack: Stack): Promise<boolean> {
  try {
    const { resources = [] } = (await stateIn(stack)) ?? {};
    return resources.some(({ mode, instances }) => mode === 'managed' && instances.length > 0);
  } catch {
    return true;
  }
}
