import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseJson } from './parse-json';
import { StateBucket } from './state-bucket';
import { emulatorEndpoint, readStackConfig } from './stack-config';
import { stackContent } from './stack-content';
import { type StateFile } from './state-file';
import { type Stack } from './stacks';

/** Which content of a stack made which state. A state alone does not tell it, and synthesis may have run again since. */
interface Note extends Pick<StateFile, 'lineage' | 'serial'> {
  readonly content: string;
}

/** One for a stack, wherever it was synthesized to. */
const fileOf = ({ name, workDirectory }: Stack): string => join(workDirectory, '..', 'applied', `${name}.json`);

/** The content that is about to be planned; of an emulator only, whose memory a second start may take back. */
export const contentToNote = (stack: Stack): string | undefined =>
  emulatorEndpoint(readStackConfig(stack)) === undefined ? undefined : stackContent(stack);

/** Notes that the stack's state now is what this content asks for. Where that fails, nobody knows: no reason to fail. */
export async function noteApplied(stack: Stack, content: string | undefined): Promise<void> {
  const state = content === undefined ? undefined : await stateIn(stack).catch(() => undefined);
  if (content === undefined || state === undefined) return;
  const note: Note = { content, lineage: state.lineage, serial: state.serial };
  mkdirSync(dirname(fileOf(stack)), { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(stack), JSON.stringify(note));
}

export const forgetApplied = (stack: Stack): void => rmSync(fileOf(stack), { force: true });

/** The content that a state is of; undefined when it was applied in part, or by something else. */
export function appliedContent(stack: Stack, state: StateFile | undefined): string | undefined {
  const note = readNote(stack);
  return note && state && note.lineage === state.lineage && note.serial === state.serial ? note.content : undefined;
}

/** The state of a stack, from its bucket, without Terraform; undefined when there is none. */
export async function stateIn(stack: Stack): Promise<StateFile | undefined> {
  const bucket = new StateBucket(stack);
  return (await bucket.keys(bucket.key)).includes(bucket.key) ? bucket.read(bucket.key) : undefined;
}

function readNote(stack: Stack): Note | undefined {
  try {
    return parseJson<Note>(readFileSync(fileOf(stack), 'utf8'));
  } catch {
    return undefined;
  }
}
