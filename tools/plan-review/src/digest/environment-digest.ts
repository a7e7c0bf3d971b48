import { digestOfText } from './version';

/**
 * Of all stacks of an environment together; none as long as one of them has none. Their names are no part of it: of plans
 * that are given as files they are names of files.
 */
export function digestOfStacks(stacks: readonly { readonly digest?: string }[]): string | undefined {
  const digests = stacks.flatMap(({ digest }) => digest ?? []);
  return digests.length === 0 || digests.length < stacks.length ? undefined : digestOfText(digests.sort().join('\n'));
}
