import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { s3Client } from '@gatehouse/local-tools/aws-clients';
import { type Emulator } from '@gatehouse/local-tools/emulator';
import { createStateBucket } from '@gatehouse/local-tools/state-bucket';
import { WorkspaceCopy } from '@gatehouse/local-tools/workspace-copy';
import { type EnvironmentPlans } from '@gatehouse/plan-review';
import { deployStack, readStacks, Terraform, type Stack, type TerraformBinary } from '@gatehouse/terraform';
import { type SourceEdit } from '../change';
import { mergePatch, type Json } from '../json';
import { base } from './base';
import { planOf } from './plan';
import { startProvider, WITHOUT_ACCOUNT, type RunningProvider } from './provider';
import { type Closing } from './run';

const ENVIRONMENT = 'local';
const ENVIRONMENT_FILE = 'environments/local.json';

type Plans = EnvironmentPlans['plans'];

/** A copy of our sources, with an environment that is deployed from it in the emulator; one edit at a time. */
export class EnvironmentLab {
  private readonly copy = new WorkspaceCopy();
  private stacks: readonly Stack[] = [];
  /** `cdk.tf.json` and plan of each stack without any edit. */
  private synthesized: Readonly<Record<string, string>> = {};
  private plans: Plans = {};

  private provider?: RunningProvider;

  private constructor(
    private readonly binary: TerraformBinary,
    private readonly emulator: Emulator,
    private readonly closing: Closing,
  ) {
    closing.push(() => this.close());
  }

  /** Deploys the environment. */
  static async deploy(
    binary: TerraformBinary,
    emulator: Emulator,
    closing: Closing,
  ): Promise<EnvironmentLab> {
    const region = 'eu-west-1';
    await createStateBucket(s3Client(emulator.url, region), { bucket: 'gatehouse-local-state', region });
    const lab = new EnvironmentLab(binary, emulator, closing);
    await lab.prepare();
    for (const stack of lab.stacks) {
      await deployStack(new Terraform({ binary: lab.attached, stack }));
      lab.plans = { ...lab.plans, [stack.name]: await planOf(lab.attached, stack) };
    }
    return lab;
  }

  /** One more copy of the sources, for the same deployed environment. */
  async another(): Promise<EnvironmentLab> {
    const lab = new EnvironmentLab(this.binary, this.emulator, this.closing);
    await lab.prepare();
    lab.plans = this.plans;
    return lab;
  }

  /** Edits, synthesizes, plans the stacks that came out differently, and undoes the edit. */
  async plan(edit: SourceEdit): Promise<EnvironmentPlans> {
    const undo = [this.write(edit)];
    try {
      await this.synthesize();
      if (edit.outside) undo.push(await edit.outside(this.emulator, await this.outputs()));
      const plans: Record<string, Plans[string]> = { ...this.plans };
      const again = edit.outside !== undefined || edit.planArguments !== undefined;
      for (const stack of this.stacks) {
        if (!again && this.configOf(stack) === this.synthesized[stack.name]) continue;
        const options = { refresh: edit.outside !== undefined, more: edit.planArguments };
        plans[stack.name] = await planOf(this.attached, stack, options);
      }
      const synthesized = this.stacks.map((stack) => [stack.name, JSON.parse(this.configOf(stack))]);
      return { name: ENVIRONMENT, plans, synthesized: Object.fromEntries(synthesized) };
    } finally {
      for (const each of undo.reverse()) await each();
    }
  }

  private async prepare(): Promise<void> {
    this.write({ kind: 'source', environment: base });
    await this.copy.synth(ENVIRONMENT, this.emulator.url);
    this.stacks = readStacks(this.copy.path('apps', ENVIRONMENT));
    this.synthesized = Object.fromEntries(this.stacks.map((stack) => [stack.name, this.configOf(stack)]));
    for (const stack of this.stacks) {
      const override = { provider: { aws: [WITHOUT_ACCOUNT] } };
      writeFileSync(join(stack.directory, 'account_override.tf.json'), JSON.stringify(override));
      await new Terraform({ binary: this.binary, stack }).init();
    }
    const last = this.stacks.at(-1);
    // The one with the API: the only one with files.
    if (last) this.provider = await startProvider(this.binary, last);
  }

  private close(): void {
    this.provider?.stop();
    this.copy.remove();
  }

  private get attached(): TerraformBinary {
    return this.provider?.binary ?? this.binary;
  }

  private write({ environment, replace = [] }: SourceEdit): () => Promise<void> {
    const originals = new Map<string, string>();
    const keep = (file: string): string => {
      const text = readFileSync(this.copy.path(file), 'utf8');
      if (!originals.has(file)) originals.set(file, text);
      return text;
    };
    if (environment) {
      const content = JSON.parse(keep(ENVIRONMENT_FILE)) as Json;
      writeFileSync(this.copy.path(ENVIRONMENT_FILE), JSON.stringify(mergePatch(content, environment)));
    }
    for (const [file, text, by] of replace) {
      keep(file);
      this.copy.replace(file, text, by);
    }
    return async () => originals.forEach((text, file) => writeFileSync(this.copy.path(file), text));
  }

  private synthesize(): Promise<void> {
    return this.copy.synth(ENVIRONMENT, this.emulator.url);
  }

  private configOf({ directory }: Stack): string {
    return readFileSync(join(directory, 'cdk.tf.json'), 'utf8');
  }

  private async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const all = await Promise.all(
      this.stacks.map((stack) => new Terraform({ binary: this.attached, stack }).output()),
    );
    return Object.fromEntries(
      all.flatMap((outputs) => Object.entries(outputs).map(([name, { value }]) => [name, value])),
    );
  }
}
