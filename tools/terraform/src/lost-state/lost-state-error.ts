import { relative } from 'node:path';
import { TerraformError } from '../errors';
import { parseJson } from '../parse-json';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';
import { type TerraformOptions } from '../terraform-options';
import { LostFolder } from './lost-folder';

/** A stack has a state that could not be written: whatever is planned now would make again what that state knows. */
export class LostStateError extends TerraformError {
  override name = 'LostStateError';

  constructor(message: string) {
    super(message, 'apply', []);
  }
}

/** @throws LostStateError when a state of the stack was not written yet; where states are not kept there is none */
export function refuseLostState({ keepsState, stack }: Pick<TerraformOptions, 'keepsState' | 'stack'>): void {
  if (!keepsState) return;
  const folder = new LostFolder(stack);
  const text = folder.read();
  if (text !== undefined) throw new LostStateError(describeLost(stack, folder, text));
}

/** Where it is, what it knows and what writes it. */
export function describeLost(stack: Stack, folder: LostFolder, text: string): string {
  const { at, created = [], why } = folder.about();
  const { lineage, serial } = parseJson<StateFile>(text) ?? {};
  const which = lineage === undefined ? 'it is cut off' : `lineage ${lineage}, serial ${serial}`;
  return [
    `${stack.name} has a state that was not written${at ? ` at ${at}` : ''}${why ? `: ${why}` : '.'}`,
    `It is kept in ${relative(process.cwd(), folder.file)} (${which}).`,
    ...(created.length > 0 ? ['What was created, and no other state knows:'] : []),
    ...created.map(({ address, id }) => `  ${address}${id ? ` (${id})` : ''}`),
    `Nothing is planned or applied in ${stack.name} before it is written: npx nx recover ${stack.app}`,
  ].join('\n');
}
