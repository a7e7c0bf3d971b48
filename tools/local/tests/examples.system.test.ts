import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateRules, refusalRules, surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface';
import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { startEmulator } from '../src/emulator';
import { workspaceRoot } from '../src/workspace';
import { whatIsLeft } from '../testing/what-is-left';
import { AppliedTogether, withAnApi } from './examples/applied-together';
import { PlainStack } from './plain-stack';

const out = mkdtempSync(join(tmpdir(), 'gatehouse-examples-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** One stack that has every other as a module: one `validate` in place of one a stack. */
function addAll(names: readonly string[]): void {
  const first = JSON.parse(readFileSync(join(out, 'stacks', names[0]!, 'cdk.tf.json'), 'utf8')) as Stack;
  const { required_providers } = first.terraform;
  const module = Object.fromEntries(names.map((name) => [name, { source: `./stacks/${name}` }]));
  writeFileSync(join(out, 'cdk.tf.json'), JSON.stringify({ terraform: { required_providers }, module }));
}

interface Stack {
  readonly terraform: { readonly required_providers: unknown };
}

beforeAll(() => {
  execFileSync(process.execPath, ['-r', './register-ts.cjs', 'examples/synth.ts', out], { cwd: workspaceRoot });
});

it('no example of the gallery is refused by AWS, as far as the rules tell', () => {
  const refused = readdirSync(join(out, 'stacks')).flatMap((name) => {
    const text = readFileSync(join(out, 'stacks', name, 'cdk.tf.json'), 'utf8');
    const surface = surfaceFromSynth([JSON.parse(text) as SynthesizedStack]);
    return evaluateRules(refusalRules, surface).map(({ rule, address }) => `${name}: ${rule} ${address}`);
  });
  expect(refused).toEqual([]);
});

it('every example of the gallery is valid Terraform', async () => {
  const files = readdirSync(join(workspaceRoot, 'examples/gallery'));
  const stacks = readStacks(out, out);
  expect(stacks.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  addAll(stacks.map(({ name }) => name));

  const stack = { ...stacks[0]!, name: 'all', directory: out, workDirectory: join(out, 'work') };
  // Throws Terraform's diagnostics.
  await new Terraform({ binary: await findTerraform(), stack }).validate();
});

it('every example that has an API is applied, plans no change, and leaves nothing', async () => {
  const emulator = await startEmulator();
  const stack = new PlainStack('gallery', [], emulator.url);
  const together = new AppliedTogether(stack, emulator.url);
  try {
    const names = withAnApi(join(out, 'stacks'));
    expect(names).toEqual(expect.arrayContaining(['api-canary', 'http-api-queue', 'private-api', 'rest-templates']));
    await together.add(join(out, 'stacks'), names);
    const terraform = new Terraform({ binary: await findTerraform(), stack });
    await terraform.init();
    await terraform.applyUnread();
    const { file } = await terraform.plan();
    const { resource_changes: changes = [] } = await terraform.showPlan(file);
    expect(changes.filter(({ change }) => change.actions.join() !== 'no-op').map(({ address }) => address)).toEqual([]);
    await terraform.destroy();
    await together.close();
    expect(await whatIsLeft(emulator.url, 'eu-west-1')).toEqual({});
  } finally {
    await emulator.stop();
    rmSync(stack.root, { recursive: true });
  }
});
