import { stateIn } from '../applied-content';
import { keptStates } from '../lost-state/kept-states';
import { statesOf } from '../orphans/find-orphans';
import { parseJson } from '../parse-json';
import { attributesByAddress, type StateFile } from '../state-file';
import { type Stack } from '../stacks';

/**
 * The ids of all resources of a type that any state of an environment has: of its stacks, of stacks that were removed from it, and those
 * that could not be written.
 *
 * @throws SetupError when one of them cannot be read
 */
export async function knownIds(stacks: readonly Stack[], type: string): Promise<ReadonlySet<unknown>> {
  const own = await Promise.all(stacks.map(stateIn));
  const { orphans } = await statesOf(stacks);
  const kept = (await Promise.all(stacks.map(keptStates))).flat();
  const states = [...own, ...orphans.map(({ state }) => state), ...kept.map(({ text }) => parseJson<StateFile>(text))];
  const attributes = states.flatMap((state) => [...attributesByAddress(state)]);
  return new Set(attributes.filter(([address]) => address.split('.').includes(type)).map(([, { id }]) => id));
}
