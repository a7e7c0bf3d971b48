import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listEnvironments } from '@gatehouse/environment';
import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';

const workspace = resolve(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-validate-'));

/** Runs a script as a user would, but writes the stacks to a folder of this test. */
function node(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, CDKTF_OUTDIR: join(folder, 'cdktf.out') },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
}

describe('synthesized stacks', () => {
  beforeAll(() => {
    node('apps/api/build.mjs');
    node('-r', 'tsx/cjs', 'apps/main.ts');
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(listEnvironments(join(workspace, 'environments')))(
    'of %s are valid Terraform',
    async (environment) => {
      const binary = await findTerraform();
      const stacks = readStacks(folder).filter(({ name }) => name.startsWith(`${environment}-`));

      expect(stacks.map(({ name }) => name)).toEqual([`${environment}-identity`, `${environment}-api`]);
      // `validate` throws Terraform's diagnostics.
      await Promise.all(stacks.map((stack) => new Terraform({ binary, stack }).validate()));
    },
    120_000,
  );
});
