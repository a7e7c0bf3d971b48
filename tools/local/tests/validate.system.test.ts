import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { findTerraform, readStacks, type Stack, Terraform } from '@gatehouse/terraform';
import { fixtureFiles } from '../testing/fixture-files';
import { FixtureWorkspace } from '../testing/fixture-workspace';

const environments = ['dev', 'local'];
const stacksOf = (environment: string) => ['people', 'desk', 'shop'].map((name) => `${environment}-${name}`);

/** As a user does from the top of the workspace. */
function cdktfSynth(copy: FixtureWorkspace): void {
  const { status, stdout, stderr } = spawnSync('npx', ['cdktf', 'synth', '--output', copy.path('out/cdktf.out')], {
    cwd: copy.root,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: undefined },
  });
  if (status !== 0) throw new Error(`npx cdktf synth failed:\n${stdout}\n${stderr}`);
}

/** The same stacks in AWS, where the token endpoint is that of a domain. */
function addDev(copy: FixtureWorkspace): void {
  const account = '111111111111';
  const state = { bucket: 'fixture-dev-state', region: 'eu-west-1', kmsKey: 'alias/gatehouse-state' };
  copy.write('environments/dev.json', JSON.stringify({ extends: './base.json', tier: 'development', account, state }));
  copy.write(
    'apps/dev/main.ts',
    String(fixtureFiles['apps/local/main.ts'])
      .replace("environment('local'", "environment('dev'")
      .replace(
        '  const customers = poolOf',
        "  staff.addDomain('tokens', { prefix: 'fixture-staff' });\n  const customers = poolOf",
      ),
  );
  copy.write('apps/dev/routes.ts', String(fixtureFiles['apps/local/routes.ts']));
}

describe('npx cdktf synth', () => {
  let copy: FixtureWorkspace;
  let stacks: Stack[];

  beforeAll(async () => {
    copy = new FixtureWorkspace();
    addDev(copy);
    await copy.build();
    // cdktf makes the folder itself, but none that it is in.
    mkdirSync(copy.path('out'));
    cdktfSynth(copy);
    stacks = readStacks(copy.path('out'));
  });

  afterAll(() => copy.remove());

  it('writes the stacks of every environment, each after those that it reads', () => {
    expect(stacks.map(({ name }) => name)).toEqual(environments.flatMap(stacksOf));
  });

  it.each(environments)('writes valid Terraform for %s', async (environment) => {
    const binary = await findTerraform();
    const own = stacks.filter(({ name }) => stacksOf(environment).includes(name));

    expect(own).toHaveLength(3);
    // `validate` throws Terraform's diagnostics.
    await Promise.all(own.map((stack) => new Terraform({ binary, stack }).validate()));
  });
});
