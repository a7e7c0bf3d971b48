import { SetupError } from './errors';
import { type Stack } from './stacks';

/**
 * The one stack that a command is about.
 *
 * @param what the command does, for the error
 * @throws SetupError unless exactly one stack is selected
 */
export function theStack({ selected }: { readonly selected: readonly Stack[] }, what: string): Stack {
  const [stack, ...others] = selected;
  if (stack && others.length === 0) return stack;
  throw new SetupError(
    `Name the stack to ${what}: --stack=<name>, one of ${selected.map(({ name }) => name).join(', ')}`,
  );
}
