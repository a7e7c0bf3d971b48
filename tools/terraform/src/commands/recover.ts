import { EXIT, isUserError, worst, type ExitCode } from '@gatehouse/cli-kit';
import { LostFolder } from '../lost-state/lost-folder';
import { writeLost } from '../lost-state/write-lost';
import { type Stack } from '../stacks';
import { shownPath } from '../synthesized';
import { type Session } from './session';

/**
 * Writes the states that could not be written after an apply. One that is refused stays where it is, and stops nobody else's.
 */
export async function recoverCommand(session: Session): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const stack of session.selected) {
    try {
      codes.push(await recoverStack(session, stack));
    } catch (error) {
      if (!isUserError(error)) throw error;
      session.printError(error.message);
      codes.push(EXIT.error);
    }
  }
  return worst(codes);
}

async function recoverStack({ bind, print }: Session, stack: Stack): Promise<ExitCode> {
  const folder = new LostFolder(stack);
  const text = folder.read();
  if (text === undefined) {
    print(`${stack.name}: every state is written`);
    return EXIT.ok;
  }
  const terraform = bind(stack);
  await terraform.init();
  const { place } = folder.about();
  print(`${stack.name}: ${await writeLost(terraform, stack, { from: shownPath(folder.file), text, place })}`);
  folder.remove();
  print(`See what is left to do: npx nx plan ${stack.app}`);
  return EXIT.ok;
}
