import { TerraformError } from '../errors';
import { parseJson } from '../parse-json';
import { attributesByAddress, type StateFile } from '../state-file';
import { placeOf } from '../state-place';
import { shownPath } from '../synthesized';
import { type Terraform } from '../terraform';
import { type TerraformOptions } from '../terraform-options';
import { LostFolder } from './lost-folder';
import { describeLost, LostStateError } from './lost-state-error';
import { writeAgain } from './write-again';

/**
 * Applies something, and sees to it that the state is written: again when it could not be, and kept when it still cannot. Where
 * states are not kept it only applies.
 *
 * @returns nothing of what was applied when its state was written only afterwards
 * @throws LostStateError when it is kept; else as `apply` does
 */
export async function keepingState<T extends object>(
  terraform: Terraform,
  apply: (onEvent: TerraformOptions['onEvent']) => Promise<T>,
): Promise<Partial<T>> {
  const { keepsState, stack, onEvent } = terraform.options;
  if (!keepsState) return apply(onEvent);
  const created: string[] = [];
  const folder = new LostFolder(stack);
  folder.open();
  try {
    return await apply((event) => {
      if (event.kind === 'completed' && event.action === 'create') created.push(event.address);
      onEvent?.(event);
    });
  } catch (failure) {
    const text = folder.read();
    if (text === undefined || !(failure instanceof Error)) throw failure;
    const report = (line: string): void => onEvent?.({ kind: 'note', text: line });
    const why = await writeAgain({ terraform, file: folder.file, failure, report });
    if (why === undefined) {
      folder.remove();
      if (isAllApplied(failure)) return {};
      throw failure;
    }
    const about = {
      place: placeOf(stack),
      at: new Date().toISOString(),
      why: why.split('\n')[0],
      created: withIds(created, text),
    };
    folder.keep(about);
    const from = shownPath(folder.file);
    throw new LostStateError([failure.message, describeLost(stack, { from, text, about })].join('\n\n'));
  } finally {
    folder.close();
  }
}

/** Whether an apply failed in nothing but writing its state. */
const isAllApplied = (failure: Error): boolean =>
  failure instanceof TerraformError &&
  failure.diagnostics.length > 0 &&
  failure.diagnostics.every(({ summary }) => ABOUT_STATE.has(summary));

const ABOUT_STATE: ReadonlySet<string> = new Set([
  'Failed to save state',
  'Failed to persist state to backend',
  'Error releasing the state lock',
]);

function withIds(created: readonly string[], text: string): { address: string; id?: string }[] {
  const known = attributesByAddress(parseJson<StateFile>(text));
  return created.map((address) => {
    const id = known.get(address)?.['id'];
    return { address, ...(typeof id === 'string' && { id }) };
  });
}
