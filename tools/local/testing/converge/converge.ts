import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployStack, findTerraform, type PlanJson, type Stack, Terraform } from '@gatehouse/terraform';
import { aloneWith, merged } from './alone';
import { type Change, changesOf } from './changes';
import { addressOf, copiesOf, type Copy, markOf } from './copies';
import { type Outcome, type Result } from './outcome';
import { refusalsOf } from './refusals';
import { resourceTypes } from './schema';
import { deployedWith, notServed } from './served';
import { type Resources, type Sink } from './sink';
import { valueIn } from './value-in';

interface Config {
  readonly resource: Resources;
  readonly data?: unknown;
  readonly output?: unknown;
}

interface Options {
  readonly sink: Sink;
  /** Initialized; applied, but for a sink whose copies are alone. */
  readonly stack: Stack;
  /** Of the emulator. */
  readonly url: string;
  /** @default - every change counts */
  readonly wanted?: (change: Change) => boolean;
  /** Gets a line before each step that takes long. @default - nobody */
  readonly report?: (line: string) => void;
}

/** By the mark of the copy. */
type Results = Map<string, Result>;

/** What Terraform knows of each resource, by its address. */
type State = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * Changes each argument of a kitchen sink's resources in turn, each in a copy of its own, and takes each change back; every step is one
 * deploy, as `nx deploy` makes it.
 */
export class Converge {
  private readonly file: string;
  private readonly config: Config;
  private readonly report: (line: string) => void;
  private terraform!: Terraform;
  /** Copies that cannot be made as the resource is. */
  private readonly lost: Results = new Map();

  constructor(private readonly options: Options) {
    this.file = join(options.stack.directory, 'cdk.tf.json');
    this.config = JSON.parse(readFileSync(this.file, 'utf8')) as Config;
    this.report = options.report ?? (() => undefined);
  }

  async run(): Promise<Outcome[]> {
    const { sink, stack, wanted = () => true } = this.options;
    this.terraform = new Terraform({ binary: await findTerraform(), stack });
    const changes = changesOf(sink, this.config.resource, await resourceTypes(stack)).filter(wanted);
    this.report(`${changes.length} changes, each in a copy of its own: making the copies`);
    for (const [mark, result] of await this.step(changes, 'before')) if (isWrong(result)) this.lost.set(mark, result);
    this.report('Changing each copy');
    const there = await this.step(changes, 'changed');
    const unseen = this.neverWith(changes, there);
    const before = await this.state();
    this.report('Taking each change back');
    const back = await this.step(changes, 'before', unseen);
    for (const mark of keptOf(unseen, before, await this.state())) there.set(mark, 'kept');
    this.report('Removing the copies');
    await this.remove();
    const of = (results: Results, index: number) =>
      this.lost.get(`c${index}`) ?? results.get(`c${index}`) ?? 'not seen';
    return changes.map((change, index) => ({ ...change, there: of(there, index), back: of(back, index) }));
  }

  /** One deploy of all copies; of two when the next plan says so. */
  private async step(
    changes: readonly Change[],
    as: 'before' | 'changed',
    more: readonly Copy[] = [],
  ): Promise<Results> {
    const results: Results = new Map();
    const copies = (refused: ReadonlyMap<string, string>) => [
      ...changes.flatMap((change, index): Copy[] => {
        const mark = `c${index}`;
        const isRefused = refused.has(mark);
        if (this.lost.has(mark) || (isRefused && as === 'before')) return [];
        return [{ change, mark, resource: isRefused ? change.before : change[as] }];
      }),
      ...more.filter(({ mark }) => !refused.has(mark)),
    ];
    const refused = await this.deploy(copies, (plan) => note(plan, changes, results));
    for (const [mark, why] of refused) results.set(mark, { refused: why });
    const again = await this.pending();
    if (again.size > 0) {
      this.report(`  ${again.size} planned again: a second deploy`);
      await this.deploy(copies, () => undefined, refused);
      const still = await this.pending();
      for (const mark of again) results.set(mark, still.has(mark) ? 'planned again' : 'in two deploys');
    }
    for (const mark of await this.unserved()) if (!isWrong(results.get(mark))) results.set(mark, 'not served');
    return results;
  }

  private async state(): Promise<State> {
    const { values } = await this.terraform.showState();
    return new Map((values?.root_module?.resources ?? []).map(({ address, values: own }) => [address, own ?? {}]));
  }

  /** What would be as it is if it had never had the argument that was left out and that Terraform did not see go. */
  private neverWith(changes: readonly Change[], results: Results): Copy[] {
    if (!this.options.sink.tellsKept) return [];
    return changes.flatMap((change, index) => {
      const isUnseen = change.kind === 'left out' && !results.has(`c${index}`) && !this.lost.has(`c${index}`);
      return isUnseen ? [{ change, mark: `n${index}`, resource: change.changed }] : [];
    });
  }

  /** Deploys until nothing is refused; what is refused is written as `copies` then says. */
  private async deploy(
    copies: (refused: ReadonlyMap<string, string>) => readonly Copy[],
    onPlan: (plan: PlanJson) => void,
    known: ReadonlyMap<string, string> = new Map(),
    tries = 3,
  ): Promise<ReadonlyMap<string, string>> {
    const written = copies(known);
    this.write(written);
    this.report('  deploying');
    try {
      await deployStack(this.terraform, { onPlan });
      return known;
    } catch (error) {
      const refused = refusalsOf(error, written);
      const isNew = [...refused.keys()].some((mark) => !known.has(mark));
      // An apply that failed half-way leaves what it was to delete: AWS may refuse the next one because of that.
      if (!isNew && tries > 1) return this.deploy(copies, onPlan, known, tries - 1);
      if (!isNew) throw error;
      this.report(`  ${refused.size} refused, again without them: ${[...refused.values()].join('; ')}`);
      return this.deploy(copies, onPlan, new Map([...refused, ...known]));
    }
  }

  /** Marks of what the next plan would change. */
  private async pending(): Promise<ReadonlySet<string>> {
    this.report('  planning again');
    const { changes, file } = await this.terraform.plan();
    if (!changes) return new Set();
    const planned = changed(await this.terraform.showPlan(file)).map(({ address }) => ({
      address,
      mark: markOf(address),
    }));
    const others = planned.filter(({ mark }) => mark === undefined);
    if (others.length > 0)
      throw new Error(`Planned again, and no copy: ${others.map(({ address }) => address).join()}`);
    return new Set(planned.map(({ mark }) => mark!));
  }

  private async unserved(): Promise<ReadonlySet<string>> {
    const { sink, url } = this.options;
    if (!sink.served) return new Set();
    const api = (await this.state()).get(sink.served.api);
    return notServed(url, api!.id as string, sink.served);
  }

  private async remove(): Promise<void> {
    if (this.options.sink.alone) return void (await this.terraform.destroy());
    this.write([]);
    await deployStack(this.terraform);
  }

  private write(copies: readonly Copy[]): void {
    const { sink } = this.options;
    const { output, resource: all, ...config } = this.config;
    const made = copiesOf(sink, copies, all);
    const written = sink.alone ? aloneWith(made, all, sink.alone, this.config.data) : merged(all, made);
    const resource = sink.served ? deployedWith(written, made, sink.served) : written;
    writeFileSync(this.file, JSON.stringify({ ...config, resource, ...(sink.alone ? {} : { output }) }, undefined, 1));
  }
}

/** Marks of the copies that still have what one that never had the argument does not. */
const keptOf = (fresh: readonly Copy[], before: State, after: State): string[] =>
  fresh.flatMap(({ change, mark }) => {
    const own = mark.replace('n', 'c');
    const [left, never] = [before.get(addressOf(change, own)), after.get(addressOf(change, mark))];
    return left && never && valueIn(left, change.path) !== valueIn(never, change.path) ? [own] : [];
  });

const isWrong = (result?: Result): boolean =>
  result !== undefined && result !== 'applied' && result !== 'replaced' && result !== 'not seen' && result !== 'kept';

const changed = ({ resource_changes: changes = [] }: PlanJson) =>
  changes.filter(({ change }) => change.actions.join() !== 'no-op');

/** What the first plan of a step says of each copy. */
function note(plan: PlanJson, changes: readonly Change[], results: Results): void {
  const actions = new Map(changed(plan).map(({ address, change }) => [address, change.actions]));
  changes.forEach((change, index) => {
    const mark = `c${index}`;
    const seen = actions.get(addressOf(change, mark));
    if (seen && !results.has(mark)) results.set(mark, seen.includes('delete') ? 'replaced' : 'applied');
  });
}
