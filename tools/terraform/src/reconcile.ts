import { isDeletion } from './describe-plan';
import { importCommandLine } from './import-command-line';
import { type ResourceChange } from './plan-json';
import { type Stack } from './stacks';

/** What a person can do about one drift: put it back, or accept it. */
export function reconcile(stack: Stack, { address, change }: ResourceChange, attributes: readonly string[]): string[] {
  const deploy = `npx nx deploy ${stack.app}`;
  if (isDeletion(change)) {
    return [
      `make it again: ${deploy}`,
      `made again by hand: ${importCommandLine(stack, address)}`,
      `accept it: remove it from the code, then ${deploy}`,
    ];
  }
  const entry = JSON.stringify({ address, attributes, reason: '<why>' });
  return [
    `put it back: ${deploy}`,
    `accept it: write it into the code, or ${entry} into apps/${stack.app}/drift-ignore.json`,
  ];
}
