import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';

/** What a stack becomes: the JSON that Terraform reads, without cdktf's `//` metadata. */
export interface SynthesizedStack {
  /** Type, then name: `resource.aws_cognito_user_pool?.users`. */
  readonly resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly output: Readonly<Record<string, Attributes>>;
  readonly terraform: Attributes;
  readonly provider: Readonly<Record<string, readonly Attributes[]>>;
  /** `moved` blocks. */
  readonly moved: readonly Attributes[];
}

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Synthesizes one stack named `test` as a deployment does: references prepared, aspects and validations run.
 * The stack comes with an AWS provider, without which cdktf refuses AWS resources.
 *
 * @throws what the constructs throw, and an error listing every failed validation.
 */
export function synth(build: (stack: TerraformStack) => void): SynthesizedStack {
  const { test } = synthApp((app) => build(testStack(app)));
  if (test === undefined) throw new Error('the stack `test` was not written');
  return test;
}

/** Synthesizes every stack of an app; keys are stack names. */
export function synthApp(build: (app: App) => void): Record<string, SynthesizedStack> {
  return withApp((app) => {
    build(app);
    app.synth();
    const stacks = Object.values(app.manifest.stacks);
    return Object.fromEntries(
      stacks.map((stack) => [stack.name, readStack(join(app.outdir, stack.synthesizedStackPath))]),
    );
  });
}

/**
 * The validations that fail when `build` is synthesized, each as `[construct path] message`; none when it is valid.
 *
 * @throws an error which is no failed validation, for example one thrown by a constructor.
 */
export function validationErrors(build: (stack: TerraformStack) => void): string[] {
  return withApp((app) => {
    build(testStack(app));
    try {
      app.synth();
      return [];
    } catch (error) {
      const failed = app.node
        .findAll()
        .flatMap(({ node }) => node.validate().map((message) => `[${node.path}] ${message}`));
      if (failed.length === 0) throw error;
      return failed;
    }
  });
}

function testStack(app: App): TerraformStack {
  const stack = new TerraformStack(app, 'test');
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  return stack;
}

function withApp<T>(use: (app: App) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-synth-'));
  try {
    return use(new App({ outdir }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function readStack(file: string): SynthesizedStack {
  const json = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    key === '//' ? undefined : value,
  ) as Partial<SynthesizedStack>;
  return { resource: {}, data: {}, output: {}, terraform: {}, provider: {}, moved: [], ...json };
}
