import { placeOf } from '../state-place';
import { type Stack } from '../stacks';
import { shownPath } from '../synthesized';
import { LostCopy } from './lost-copy';
import { type AboutLostState, LostFolder } from './lost-folder';
import { type LostState } from './write-lost';

/** A state that could not be written, and where it is kept until then. */
export interface KeptState extends LostState {
  readonly about: AboutLostState;
  /** When it is written, or known not to be needed. */
  remove(): Promise<void>;
}

/** All of a stack: of this machine, and of a runner that is gone. */
export async function keptStates(stack: Stack): Promise<KeptState[]> {
  return [inFolder(stack), await inBucket(stack)].filter((kept) => kept !== undefined);
}

function inFolder(stack: Stack): KeptState | undefined {
  const folder = new LostFolder(stack);
  const text = folder.read();
  if (text === undefined) return undefined;
  const about = folder.about();
  return { from: shownPath(folder.file), text, place: about.place, about, remove: async () => folder.remove() };
}

async function inBucket(stack: Stack): Promise<KeptState | undefined> {
  const copy = LostCopy.of(stack);
  const text = await copy?.read();
  if (copy === undefined || text === undefined) return undefined;
  return { from: copy.place, text, place: placeOf(stack), about: {}, remove: () => copy.remove() };
}
