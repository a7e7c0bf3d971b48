import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SetupError } from '../errors';
import { parseJson } from '../parse-json';
import { readStackConfig } from '../stack-config';
import { attributesByAddress, type StateFile } from '../state-file';
import { placeOf } from '../state-place';
import { type Stack } from '../stacks';
import { type Terraform } from '../terraform';

/** A state that could not be written, wherever it was kept. */
export interface LostState {
  /** Such as its path. */
  readonly from: string;
  readonly text: string;
  /** Where it belongs, `bucket/key`, when that was noted. */
  readonly place?: string;
}

/**
 * Makes a lost state the state of its stack, if it is the one after that in the bucket.
 *
 * @returns what was done
 * @throws SetupError with what is in the way; nothing was written then
 */
export async function writeLost(
  terraform: Pick<Terraform, 'pullState' | 'pushState'>,
  stack: Stack,
  lost: LostState,
): Promise<string> {
  const state = wholeState(lost);
  const place = placeOf(stack);
  if (lost.place !== undefined && lost.place !== place) {
    throw refusal(lost, `it is the state of ${lost.place}, this stack has ${place}`);
  }
  const stored = await terraform.pullState();
  // Of a state that is not there Terraform gives one without a lineage.
  if (!stored?.lineage) refuseForeign(stack, state, lost);
  else {
    if (isDeepStrictEqual(stored, state)) return `the bucket has serial ${state.serial} already`;
    refuseOther(stored, state, lost);
  }
  const file = join(stack.workDirectory, 'lost.tfstate');
  writeFileSync(file, lost.text, { mode: 0o600 });
  try {
    await terraform.pushState(file);
  } finally {
    rmSync(file, { force: true });
  }
  return `serial ${state.serial} is written`;
}

function wholeState(lost: LostState): StateFile {
  const state = parseJson<Partial<StateFile> | null>(lost.text);
  if (typeof state?.lineage === 'string' && typeof state.serial === 'number' && Array.isArray(state.resources)) {
    return state as StateFile;
  }
  throw refusal(lost, 'it is cut off, or no Terraform state');
}

/** Of a stack that has no state yet there is no lineage to compare; its code says what it makes. */
function refuseForeign(stack: Stack, state: StateFile, lost: LostState): void {
  const { resource = {} } = readStackConfig(stack);
  const managed = (state.resources ?? []).filter(({ mode }) => mode === 'managed');
  const [first] = managed;
  if (first === undefined || managed.some(({ type, name }) => resource[type]?.[name] !== undefined)) return;
  throw refusal(lost, `the code of ${stack.name} has none of its resources, such as ${first.type}.${first.name}`);
}

function refuseOther(stored: StateFile, state: StateFile, lost: LostState): void {
  if (stored.lineage !== state.lineage) {
    throw refusal(lost, `its lineage is ${state.lineage}, that of the bucket is ${stored.lineage}: other resources`);
  }
  if (stored.serial < state.serial) return;
  const known = attributesByAddress(stored);
  const only = [...attributesByAddress(state)].filter(([address]) => !known.has(address));
  throw refusal(
    lost,
    `its serial is ${state.serial}, the bucket has ${stored.serial}, written by another run since`,
    only.length === 0
      ? 'The bucket knows every resource that it knows: remove the file.'
      : ['Take over what only it knows (npx nx import-resource), then remove the file:']
          .concat(only.map(([address, { id }]) => `  ${address} (${String(id)})`))
          .join('\n'),
  );
}

const refusal = ({ from }: LostState, why: string, next?: string): SetupError =>
  new SetupError([`${from} was not written: ${why}. Nothing was overwritten.`, next].filter(Boolean).join('\n'));
