import { existsSync } from 'node:fs';
import { EXIT, isUserError, worst, type ExitCode } from '@gatehouse/cli-kit';
import { keptStates } from '../lost-state/kept-states';
import { journalOf } from '../lost-state/running-apply';
import { stateInFile } from '../lost-state/state-in-file';
import { type LostState, writeLost } from '../lost-state/write-lost';
import { type Stack } from '../stacks';
import { theStack } from '../the-stack';
import { type Session } from './session';

/**
 * Writes the states that could not be written after an apply: those of this machine, and those that a runner put into the bucket. One
 * that is refused stays where it is, and stops nobody else's.
 *
 * @param from file of the state of one stack @default - where they are kept
 */
export async function recoverCommand(session: Session, from?: string): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const stack of from === undefined ? session.selected : [theStack(session, 'recover the state of')]) {
    try {
      codes.push(await recoverStack(session, stack, from));
    } catch (error) {
      if (!isUserError(error)) throw error;
      session.printError(error.message);
      codes.push(EXIT.error);
    }
  }
  return worst(codes);
}

async function recoverStack({ bind, print }: Session, stack: Stack, file?: string): Promise<ExitCode> {
  const lost: (LostState & { remove?(): Promise<void> })[] =
    file === undefined ? await keptStates(stack) : [await stateInFile(file, stack)];
  if (lost.length === 0) {
    const isOpen = existsSync(journalOf(stack));
    const rest = `, but its last deploy did not end well. The next one goes on there: npx nx deploy ${stack.app}`;
    print(`${stack.name}: every state is written${isOpen ? rest : ''}`);
    return EXIT.ok;
  }
  const terraform = bind(stack);
  await terraform.init();
  for (const each of lost) {
    print(`${stack.name}: ${await writeLost(terraform, stack, each)}`);
    await each.remove?.();
  }
  print(`See what is left to do: npx nx plan ${stack.app}`);
  return EXIT.ok;
}
