import { SetupError } from '../errors';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Session } from './session';

/**
 * Releases the lock that a dead run left on one stack's state.
 *
 * @throws SetupError unless exactly one stack is selected
 */
export async function unlockCommand({ selected, bind, print }: Session, lockId: string): Promise<ExitCode> {
  const [stack, ...others] = selected;
  if (!stack || others.length > 0) throw new SetupError('Name the stack to unlock: --stack=<name>');
  const terraform = bind(stack);
  await terraform.init();
  await terraform.forceUnlock(lockId);
  print(`${stack.name}: lock ${lockId} released`);
  return EXIT.ok;
}
