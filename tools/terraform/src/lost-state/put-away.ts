import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isUserError } from '@gatehouse/cli-kit';
import { SetupError } from '../errors';
import { StateBucket } from '../state-bucket';
import { placeOf } from '../state-place';
import { type Stack } from '../stacks';
import { shownPath } from '../synthesized';
import { workspaceAround } from '../workspace-around';
import { LostCopy } from './lost-copy';
import { lostStateKey } from './lost-state-keys';
import { sealState } from './sealed-state';

/** Where a lost state is now, for a machine that will be gone. */
export interface PutAway {
  readonly where: string;
  /** What `recover` has to be given, when it does not find it by itself. */
  readonly file?: string;
  /** Why it is not in the bucket. */
  readonly why?: string;
}

/**
 * Puts a lost state into the bucket of the states; where the bucket takes nothing, into a file that only the key of the bootstrap can
 * read, which needs no credentials.
 *
 * @throws SetupError when neither can be done
 */
export async function putAway(stack: Stack, text: string): Promise<PutAway> {
  const copy = LostCopy.of(stack);
  if (copy === undefined)
    throw new SetupError(`The state of ${stack.name} is not in S3: keep ${stack.app}/.lost-state.`);
  try {
    await copy.write(text);
    return { where: copy.place };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const file = seal(stack, text);
    return { where: shownPath(file), file, why: error.message };
  }
}

/** Not hidden and without a secret, so that a workflow can upload the folder. */
function seal(stack: Stack, text: string): string {
  const work = resolve(stack.workDirectory);
  const key = lostStateKey(workspaceAround(work) ?? process.cwd(), new StateBucket(stack).bucket);
  const file = join(dirname(dirname(work)), 'lost-state', `${stack.name}.encrypted.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(sealState(text, placeOf(stack) ?? '', key), null, 2)}\n`);
  return file;
}
