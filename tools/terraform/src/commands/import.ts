import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { theStack } from '../the-stack';
import { type Session } from './session';

/** Puts a resource that exists, e.g. one that a killed deploy left, under an address of one stack. */
export async function importCommand(session: Session, address: string, id: string): Promise<ExitCode> {
  const stack = theStack(session, 'import into');
  const terraform = session.bind(stack);
  await terraform.init();
  await terraform.importResource(address, id);
  session.print(`${stack.name}: ${address} is ${id}`);
  return EXIT.ok;
}
