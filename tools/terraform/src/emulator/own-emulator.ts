import { realpathSync } from 'node:fs';
import { type EmulatorNote, readNote } from './note';
import { type Answering, whoAnswers } from './who-answers';

/**
 * The emulator that `npm start` runs in a checkout: what answers at the noted address says that it is the noted process, and this
 * checkout's.
 *
 * @param root of the checkout
 * @returns nothing when none runs, whatever a killed process left, and whatever took its port since
 */
export async function ownEmulator(root: string): Promise<EmulatorNote | undefined> {
  const note = readNote(root);
  if (note === undefined) return undefined;
  const answering = await whoAnswers(note.url);
  const ours = answering.kind === 'gatehouse' && answering.instance === note.instance && isOf(answering, root);
  return ours ? note : undefined;
}

/** Whether an emulator was started by a checkout. */
export const isOf = ({ checkout }: Extract<Answering, { kind: 'gatehouse' }>, root: string): boolean =>
  typeof checkout === 'string' && realPath(checkout) === realPath(root);

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
