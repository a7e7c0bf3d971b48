import { type ApplyJournal, type JournalEntry } from './apply-journal';
import { importCommandLine } from './import-command-line';
import { importId } from './import-id';
import { type Look } from './left-behind/find-left-behind';
import { knownArguments } from './known-arguments';
import { readStackConfig, type StackConfig } from './stack-config';
import { attributesByAddress } from './state-file';
import { type Stack } from './stacks';
import { type Terraform } from './terraform';
import { type Import } from './terraform-options';

export interface Recovered {
  /** What the next apply puts into the state; AWS may not have heard of it. */
  readonly imports: Import[];
  /** What a person has to look at. */
  readonly unsure: string[];
  /** What AWS has and no state knows: a person takes it over or removes it before anything is made again. */
  readonly leftBehind: string[];
}

/**
 * Finds what an apply that was killed had made, so that the next one does not make it again. Terraform cannot: what it
 * had not yet written to the state, it has forgotten.
 *
 * @param look finds what AWS has of what was being made
 */
export async function recover(
  terraform: Pick<Terraform, 'pullState'>,
  stack: Stack,
  journal: ApplyJournal,
  look: Look,
): Promise<Recovered> {
  const created = journal.created();
  const entries = [...created, ...journal.inFlight()];
  const found: Recovered = { imports: [], unsure: [], leftBehind: [] };
  if (entries.length === 0) return found;
  const config = readStackConfig(stack);
  const applied = attributesByAddress(await terraform.pullState());
  const argument = knownArguments(config, applied, created);
  for (const entry of entries.filter(({ address }) => !applied.has(address))) {
    const attribute = (name: string) => argument(entry, name);
    const id = importId(entry.type, attribute);
    if (!isInCode(config, entry)) found.unsure.push(goneFromCode(entry));
    else if (id !== undefined) found.imports.push({ to: entry.address, id });
    else {
      const left = entry.id === undefined ? await look({ entry, attribute }) : MADE;
      if ('unknown' in left) found.unsure.push(remediation(stack, entry, left.unknown));
      else found.leftBehind.push(...left);
    }
  }
  return found;
}

/** What is in a module is not looked up. */
const isInCode = ({ resource }: StackConfig, { address, name, type }: JournalEntry): boolean =>
  address.startsWith('module.') || resource?.[type]?.[name] !== undefined;

/** It is there: nobody needs to look. */
const MADE = { unknown: '' };

const remediation = (stack: Stack, { address, id }: JournalEntry, unknown: string): string =>
  id === undefined
    ? `the last deploy was killed while it made ${address}. Whether AWS has it could not be found out: ${unknown}. ` +
      `If AWS has it, this deploy makes a second one: look for it, then delete it or take it over: ${importCommandLine(stack, address)}`
    : `the last deploy was killed, after it had made ${address} (${id}), which this deploy makes again. ` +
      `Delete it or take it over: ${importCommandLine(stack, address)}`;

const goneFromCode = ({ address, id }: JournalEntry): string =>
  id === undefined
    ? `the last deploy was killed while it made ${address}, which the code does not have any more. ` +
      'If AWS has it, no state knows it: look for it, and delete it.'
    : `the last deploy was killed, after it had made ${address} (${id}), which the code does not have any more. ` +
      'No state knows it: delete it.';
