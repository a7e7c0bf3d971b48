import { TerraformError } from '../errors';
import { parseJson } from '../parse-json';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';
import { type TerraformOptions } from '../terraform-options';
import { type KeptState, keptStates } from './kept-states';

/** A stack has a state that could not be written: whatever is planned now would make again what that state knows. */
export class LostStateError extends TerraformError {
  override name = 'LostStateError';

  constructor(message: string) {
    super(message, 'apply', []);
  }
}

/**
 * @throws LostStateError when a state of the stack was not written yet, here or on a machine that put it into the bucket; where states
 * are not kept there is none
 */
export async function refuseLostState({
  keepsState,
  stack,
}: Pick<TerraformOptions, 'keepsState' | 'stack'>): Promise<void> {
  const [kept] = keepsState ? await keptStates(stack) : [];
  if (kept !== undefined) throw new LostStateError(describeLost(stack, kept));
}

/** Where it is, what it knows and what writes it. */
export function describeLost(stack: Stack, { about, from, text }: Pick<KeptState, 'about' | 'from' | 'text'>): string {
  const { at, created = [], why } = about;
  const { lineage, serial } = parseJson<StateFile>(text) ?? {};
  const which = lineage === undefined ? 'it is cut off' : `lineage ${lineage}, serial ${serial}`;
  return [
    `${stack.name} has a state that was not written${at ? ` at ${at}` : ''}${why ? `: ${why}` : '.'}`,
    `It is kept in ${from} (${which}).`,
    ...(created.length > 0 ? ['What was created, and no other state knows:'] : []),
    ...created.map(({ address, id }) => `  ${address}${id ? ` (${id})` : ''}`),
    `Nothing is planned or applied in ${stack.name} before it is written: npx nx recover ${stack.app}`,
  ].join('\n');
}
