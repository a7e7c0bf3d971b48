import { type Surface, surfaceFromState, type TerraformState } from '@gatehouse/surface';
import { type StateJson } from './plan-json';
import { type Stack } from './stacks';
import { type Terraform } from './terraform';

/** Applied states by the name of their stack. */
export type States = Readonly<Record<string, StateJson>>;

/** @param bind Terraform for a stack, after `init` */
export async function readStates(stacks: readonly Stack[], bind: (stack: Stack) => Terraform): Promise<States> {
  const states = stacks.map(async (stack) => [stack.name, await bind(stack).showState()] as const);
  return Object.fromEntries(await Promise.all(states));
}

/** What is in force: the states of one environment, read together. A stack without resources adds nothing. */
export function appliedSurface(states: States): Surface {
  const entries = Object.entries(states).map(([stack, { format_version, values }]) => {
    const state: TerraformState = { format_version, values: { root_module: {}, ...values } };
    return [stack, state] as const;
  });
  return surfaceFromState(Object.fromEntries(entries));
}
