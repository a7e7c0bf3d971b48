import { type ApplyJournal, type JournalEntry } from './apply-journal';
import { importCommandLine } from './import-command-line';
import { importId } from './import-id';
import { readStackConfig } from './stack-config';
import { attributesByAddress } from './state-file';
import { type Stack } from './stacks';
import { type Terraform } from './terraform';
import { type Import } from './terraform-options';

/**
 * Finds what an apply that was killed had made, so that the next one does not make it again. Terraform cannot: what it
 * had not yet written to the state, it has forgotten.
 *
 * @returns what the next apply puts into the state, which AWS may not have heard of; and what a person has to look at
 */
export async function recover(
  terraform: Pick<Terraform, 'pullState'>,
  stack: Stack,
  journal: ApplyJournal,
): Promise<{ imports: Import[]; unsure: string[] }> {
  const created = journal.created();
  const entries = [...created, ...journal.inFlight()];
  if (entries.length === 0) return { imports: [], unsure: [] };
  const applied = attributesByAddress(await terraform.pullState());
  const imports: Import[] = [];
  const unsure: string[] = [];
  for (const entry of entries.filter(({ address }) => !applied.has(address))) {
    const id = importId(entry.type, (name) => attribute(entry, name));
    if (id === undefined) unsure.push(remediation(stack, entry));
    else imports.push({ to: entry.address, id });
  }
  return { imports, unsure };

  function attribute({ type, name, id }: JournalEntry, wanted: string): string | undefined {
    if (wanted === 'id') return id;
    const value = readStackConfig(stack).resource?.[type]?.[name]?.[wanted];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? resolveReferences(value) : undefined;
  }

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

const remediation = (stack: Stack, { address, id }: JournalEntry): string =>
  id === undefined
    ? `the last deploy was killed while it made ${address}; if AWS has it, this deploy makes a second one. ` +
      `Look for it, then delete it or take it over: ${importCommandLine(stack, address)}`
    : `the last deploy was killed, after it had made ${address} (${id}), which this deploy makes again. ` +
      `Delete it or take it over: ${importCommandLine(stack, address)}`;
