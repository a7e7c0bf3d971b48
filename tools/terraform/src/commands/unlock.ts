import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { theStack } from '../the-stack';
import { type Session } from './session';

/**
 * Releases the lock that a dead run left on one stack's state.
 *
 * @throws SetupError unless exactly one stack is selected
 */
export async function unlockCommand(session: Session, lockId: string): Promise<ExitCode> {
  const stack = theStack(session, 'unlock');
  const terraform = session.bind(stack);
  await terraform.init();
  await terraform.forceUnlock(lockId);
  session.print(`${stack.name}: lock ${lockId} released`);
  return EXIT.ok;
}
