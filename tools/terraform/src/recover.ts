import { type ApplyJournal, type JournalEntry } from './apply-journal';
import { StateLockedError, TerraformError } from './errors';
import { importCommandLine } from './import-command-line';
import { importId } from './import-id';
import { type StateJson, type StateResource } from './plan-json';
import { readStackConfig } from './stack-config';
import { type Stack } from './stacks';
import { type Terraform } from './terraform';

/**
 * Puts into the state what an apply that was killed had made, so that the next one does not make it again. Terraform
 * cannot: what it had not yet written to the state, it has forgotten.
 *
 * @param onTakeOver hears what was put into the state
 * @returns what a person has to look at, unless the killed run is still alive; then the next plan finds it locked
 * @throws StateLockedError when the lock of the killed run is still there
 */
export async function recover(
  terraform: Pick<Terraform, 'showState' | 'importResource'>,
  stack: Stack,
  journal: ApplyJournal,
  onTakeOver: (address: string, id: string) => void,
): Promise<string[]> {
  const created = journal.created();
  const entries = [...created, ...journal.inFlight()];
  if (entries.length === 0) return [];
  const values = new Values(terraform, stack, created);
  const unsure: string[] = [];
  for (const entry of entries) {
    if (await values.isInState(entry.address)) continue;
    const id = await importId(entry.type, (name) => values.attribute(entry, name));
    if (id === undefined) unsure.push(advice(stack, entry));
    else if (await takeOver(terraform, entry, id)) {
      onTakeOver(entry.address, id);
      values.grow();
    }
  }
  return unsure;
}

async function takeOver(
  terraform: Pick<Terraform, 'importResource'>,
  { address }: JournalEntry,
  id: string,
): Promise<boolean> {
  try {
    await terraform.importResource(address, id);
    return true;
  } catch (error) {
    if (error instanceof StateLockedError || !(error instanceof TerraformError)) throw error;
    // It was deleted since, or AWS had not heard of it.
    if (/non-existent remote object|not ?found/i.test(error.message)) return false;
    throw error;
  }
}

const advice = (stack: Stack, { address, id }: JournalEntry): string =>
  id === undefined
    ? `the last deploy was killed while it made ${address}; if AWS has it, this deploy makes a second one. Look for it, then delete it or take it over: ` +
      importCommandLine(stack, address)
    : `the last deploy was killed, after it had made ${address} (${id}), which this deploy makes again. Delete it or take it over: ` +
      importCommandLine(stack, address);

/** Attributes of resources: those the configuration says, and through references those that the state knows. */
class Values {
  private state?: Promise<StateJson>;
  private outdated = false;

  constructor(
    private readonly terraform: Pick<Terraform, 'showState'>,
    private readonly stack: Stack,
    private readonly created: readonly JournalEntry[],
  ) {}

  /** The state has more now. */
  grow(): void {
    this.outdated = true;
  }

  async isInState(address: string): Promise<boolean> {
    return (await this.resources()).some((resource) => resource.address === address);
  }

  async attribute({ type, name, id }: JournalEntry, attribute: string): Promise<string | undefined> {
    if (attribute === 'id') return id;
    const value = readStackConfig(this.stack.directory).resource?.[type]?.[name]?.[attribute];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? this.resolve(value) : undefined;
  }

  private async resolve(text: string): Promise<string | undefined> {
    let resolved = text;
    for (const [expression, address = '', attribute = ''] of text.matchAll(/\$\{(\w+\.\w+)\.(\w+)\}/g)) {
      const value = await this.applied(address, attribute);
      if (value === undefined) return undefined;
      resolved = resolved.replace(expression, () => value);
    }
    return resolved.includes('${') ? undefined : resolved;
  }

  private async applied(address: string, attribute: string): Promise<string | undefined> {
    const resource = (await this.resources()).find((each) => each.address === address);
    const value = resource?.values?.[attribute];
    if (typeof value === 'string') return value;
    const id = attribute === 'id' ? this.created.find((each) => each.address === address)?.id : undefined;
    if (id !== undefined || !this.outdated) return id;
    // Reading the state starts the providers: only when what was read before does not do.
    this.outdated = false;
    this.state = undefined;
    return this.applied(address, attribute);
  }

  private async resources(): Promise<readonly StateResource[]> {
    this.state ??= this.terraform.showState();
    return (await this.state).values?.root_module?.resources ?? [];
  }
}
