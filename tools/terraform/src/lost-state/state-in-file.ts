import { readFileSync } from 'node:fs';
import { SetupError } from '../errors';
import { placeOf } from '../state-place';
import { type Stack } from '../stacks';
import { shownPath } from '../synthesized';
import { decryptDataKey } from './decrypt-data-key';
import { openSealed, parseSealed } from './sealed-state';
import { type LostState } from './write-lost';

/**
 * A lost state in a file: encrypted for the key of lost states, as a workflow uploads it, or as Terraform left it.
 *
 * @throws SetupError when it cannot be read, is of another stack, or may not be decrypted
 */
export async function stateInFile(file: string, stack: Stack): Promise<LostState> {
  const from = shownPath(file);
  const text = readText(file);
  const sealed = parseSealed(text);
  if (sealed === undefined) return { from, text };
  const { keyArn, place } = sealed;
  if (place !== placeOf(stack)) {
    throw new SetupError(`${from} is the state of ${place}, ${stack.name} has ${placeOf(stack)}. Nothing was written.`);
  }
  return { from, place, text: await openSealed(sealed, (dataKey) => decryptDataKey(stack, keyArn, dataKey)) };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SetupError(`${shownPath(file)} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
