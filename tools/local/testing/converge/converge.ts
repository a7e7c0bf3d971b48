import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform, type Stack, Terraform, TerraformError } from '@gatehouse/terraform';
import { type Change, changesOf, type Resources } from './changes';
import { addressOf, copiesOf } from './copies';
import { resourceTypes } from './schema';

/** What Terraform and the provider make of a change, and of taking it back. */
export interface Outcome extends Change {
  readonly there: Result;
  readonly back: Result;
}

export type Result =
  | 'applied'
  | 'replaced'
  /** Terraform sees no difference, so AWS keeps what it had. */
  | 'not seen'
  /** The next plan wants to change something again. */
  | 'planned again'
  | { readonly refused: string };

interface Config {
  readonly resource: Resources;
}

/**
 * Changes each argument of an applied stack's Cognito resources in turn, each in a copy of its own, and takes each change back.
 *
 * @param wanted which changes count
 * @param report gets a line before each step that takes long
 */
export class Converge {
  private readonly file: string;
  private readonly config: Config;

  constructor(
    private readonly stack: Stack,
    private readonly wanted: (change: Change) => boolean = () => true,
    private readonly report: (line: string) => void = () => undefined,
  ) {
    this.file = join(stack.directory, 'cdk.tf.json');
    this.config = JSON.parse(readFileSync(this.file, 'utf8')) as Config;
  }

  async run(): Promise<Outcome[]> {
    const terraform = new Terraform({ binary: await findTerraform(), stack: this.stack });
    const changes = changesOf(this.config.resource, await resourceTypes(this.stack)).filter(this.wanted);
    const step = async (changed: boolean, skipped: ReadonlyMap<number, Result>) =>
      this.step(terraform, changes, changed, skipped);
    this.report(`${changes.length} changes, each in a copy of its own: making the copies`);
    const first = await step(false, new Map());
    const broken = [...first].filter(([, result]) => result === 'planned again' || typeof result === 'object');
    if (broken.length > 0) throw new Error(`Copies are not as the resource: ${JSON.stringify(broken)}`);
    this.report('Changing each copy');
    const there = await step(true, new Map());
    this.report('Taking each change back');
    const back = await step(false, new Map());
    this.report('Removing the copies');
    this.write({});
    await terraform.applyUnread();
    return changes.map((change, index) => ({ ...change, there: there.get(index)!, back: back.get(index)! }));
  }

  /** What the provider refuses before it does anything is left as it is, and the others are tried again. */
  private async step(
    terraform: Terraform,
    changes: readonly Change[],
    changed: boolean,
    skipped: ReadonlyMap<number, Result>,
  ): Promise<Map<number, Result>> {
    const results = new Map(skipped);
    const mixed = changes.map((change, index) =>
      skipped.has(index) ? { ...change, changed: this.config.resource[change.type]![change.name]! } : change,
    );
    this.write(copiesOf(mixed, this.config.resource, changed));
    this.report('  planning');
    try {
      const planned = await this.planned(terraform);
      changes.forEach((change, index) => {
        const actions = planned.get(addressOf(change, index)) ?? 'no-op';
        const seen = actions === 'no-op' ? 'not seen' : actions.includes('delete') ? 'replaced' : 'applied';
        if (!skipped.has(index)) results.set(index, seen);
      });
    } catch (error) {
      const refused = refusals(error, changes, skipped);
      if (refused.size === 0) throw error;
      this.report(`  ${refused.size} refused by the provider: again without them`);
      return this.step(terraform, changes, changed, new Map([...skipped, ...refused]));
    }
    for (const [index, result] of await this.applied(terraform, changes)) results.set(index, result);
    return results;
  }

  /** Those that did not end as they should. */
  private async applied(terraform: Terraform, changes: readonly Change[]): Promise<Map<number, Result>> {
    const results = new Map<number, Result>();
    this.report('  applying');
    try {
      await terraform.apply();
    } catch (error) {
      const refused = refusals(error, changes, new Map());
      if (refused.size === 0) throw error;
      for (const [index, result] of refused) results.set(index, result);
    }
    this.report('  planning again');
    const again = await this.planned(terraform);
    changes.forEach((change, index) => {
      const actions = again.get(addressOf(change, index)) ?? 'no-op';
      if (actions !== 'no-op' && !results.has(index)) results.set(index, 'planned again');
    });
    return results;
  }

  private async planned(terraform: Terraform): Promise<Map<string, string>> {
    const { file } = await terraform.plan();
    const { resource_changes: changes = [] } = await terraform.showPlan(file);
    return new Map(changes.map(({ address, change }) => [address, change.actions.join()]));
  }

  private write(copies: Resources): void {
    const { resource } = this.config;
    const types = new Set([...Object.keys(resource), ...Object.keys(copies)]);
    const merged = [...types].map((type) => [type, { ...resource[type], ...copies[type] }]);
    writeFileSync(this.file, JSON.stringify({ ...this.config, resource: Object.fromEntries(merged) as Resources }));
  }
}

/** By address, or by the copy's name in what Terraform says. */
function refusals(error: unknown, changes: readonly Change[], known: ReadonlyMap<number, Result>): Map<number, Result> {
  if (!(error instanceof TerraformError)) throw error;
  const refused = new Map<number, Result>();
  changes.forEach((change, index) => {
    if (known.has(index)) return;
    const whose = addressOf(change, index);
    const own = error.diagnostics.find(
      ({ address, detail, severity }) =>
        severity === 'error' && (address === whose || detail.includes(`changes to ${whose},`)),
    );
    if (own) refused.set(index, { refused: reason(`${own.summary} ${own.detail}`) });
  });
  return refused;
}

/** Without ids, so that the table is the same each time. */
const reason = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^.*?(?:api error )?(\w+Exception: )/, '$1')
    .replace(/eu-west-1_\w+/g, '<pool>')
    .replace(/RequestID: [^,]*, /, '')
    .trim();
