import { join } from 'node:path';
import { type BootstrapTarget } from '@gatehouse/environment';
import { readStacks, type Stack } from '@gatehouse/terraform';
import { execa } from 'execa';
import { UserError } from '@gatehouse/cli-kit';
import { appDirectory, inCheckout } from './workspace';

/**
 * Writes the bootstrap's stacks in a process of their own: tools read what is synthesized and never take part in it.
 *
 * @throws UserError with what that process printed
 */
export async function synthesize(): Promise<readonly Stack[]> {
  const main = inCheckout('apps', 'bootstrap', 'main.ts');
  const result = await execa(
    process.execPath,
    ['-r', inCheckout('register-ts.cjs'), main, join(appDirectory(), 'cdktf.out')],
    { all: true, reject: false },
  );
  if (result.failed) throw new UserError(result.all?.trim() || result.shortMessage);
  return readStacks(appDirectory());
}

export function stackOf(stacks: readonly Stack[], target: BootstrapTarget): Stack {
  const stack = stacks.find(({ name }) => name === target.name);
  if (stack === undefined) throw new Error(`${target.name} was not synthesized`);
  return stack;
}
