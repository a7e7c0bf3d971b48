import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listEnvironments } from '@gatehouse/environment';
import { findTerraform, readStacks, type Stack, Terraform } from '@gatehouse/terraform';

const workspace = resolve(__dirname, '../../..');
const environments = listEnvironments(join(workspace, 'environments'));

/** As a user does from the top of the workspace, but the stacks go to a folder of this test. */
function cdktfSynth(outdir: string): void {
  const { status, stdout, stderr } = spawnSync('npx', ['cdktf', 'synth', '--output', outdir], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: undefined },
  });
  if (status !== 0) throw new Error(`npx cdktf synth failed:\n${stdout}\n${stderr}`);
}

describe('npx cdktf synth', () => {
  let folder: string;
  let stacks: Stack[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-validate-'));
    cdktfSynth(join(folder, 'cdktf.out'));
    stacks = readStacks(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes both stacks of every environment, each after those that it reads', () => {
    expect(stacks.map(({ name }) => name)).toEqual(environments.flatMap((name) => [`${name}-identity`, `${name}-api`]));
  });

  it.each(environments)('writes valid Terraform for %s', async (environment) => {
    const binary = await findTerraform();
    const own = stacks.filter(({ name }) => name.startsWith(`${environment}-`));

    expect(own).toHaveLength(2);
    // `validate` throws Terraform's diagnostics.
    await Promise.all(own.map((stack) => new Terraform({ binary, stack }).validate()));
  });
});
