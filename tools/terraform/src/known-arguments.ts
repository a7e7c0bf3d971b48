import { type JournalEntry } from './apply-journal';
import { type StackConfig } from './stack-config';
import { type attributesByAddress } from './state-file';

/** Gives the value of an argument of a resource; nothing when it cannot be known. */
export type KnownArguments = (entry: JournalEntry, argument: string) => string | undefined;

/**
 * Values as far as the configuration says them, or refers to what there is.
 *
 * @param applied what the state knows
 * @param created what an apply that was killed had made
 */
export function knownArguments(
  { resource = {} }: StackConfig,
  applied: ReturnType<typeof attributesByAddress>,
  created: readonly JournalEntry[],
): KnownArguments {
  return ({ type, name, id }, argument) => {
    if (argument === 'id') return id;
    const value = resource[type]?.[name]?.[argument];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? resolveReferences(value) : undefined;
  };

  /** @returns nothing for what neither the state nor the journal knows, and for functions */
  function resolveReferences(text: string): string | undefined {
    let resolved = text;
    for (const [expression, address = '', name = ''] of text.matchAll(/\$\{(\w+\.\w+)\.(\w+)\}/g)) {
      const made = name === 'id' ? created.find((each) => each.address === address)?.id : undefined;
      const value = applied.get(address)?.[name] ?? made;
      if (typeof value !== 'string') return undefined;
      resolved = resolved.replace(expression, () => value);
    }
    return resolved.includes('${') ? undefined : resolved;
  }
}
