import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { startMoto, type Moto } from '../testing/moto';
import { TestWorkspace } from '../testing/workspace';
import { type Report } from './report';

describe('several environments, with real Terraform', () => {
  let moto: Moto;
  let workspace: TestWorkspace;

  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.stop());
  beforeEach(async () => {
    workspace = new TestWorkspace();
    await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });
    await moto.createBucket('state');
  });

  /** The emulator that is meant for `local`, whose own would be another. */
  const env = () => ({ GATEHOUSE_AWS_ENDPOINT: moto.endpoint });
  const cli = async (...args: string[]) => startCli(args, { cwd: workspace.root, env: env() });
  const write = (app: TestApp, stack: string, resource?: object): void =>
    app.write(stack, resource ? { resource: { terraform_data: resource } } : {}, {
      endpoint: moto.endpoint,
      key: stack,
    });
  const report = (): Report => JSON.parse(readFileSync(join(workspace.root, 'out/report.json'), 'utf8')) as Report;
  /** Tells when it was applied. */
  const note = (name: string, command = 'true') => ({
    provisioner: [{ 'local-exec': { command: `echo ${name} >> ${join(workspace.root, 'order')}; ${command}` } }],
  });
  const order = (): string[] => readFileSync(join(workspace.root, 'order'), 'utf8').trim().split('\n');

  it('plans all of them, one failure beside the others, into one report', async () => {
    write(workspace.addEnvironment('one', 'dev'), 'one-api', { it: { input: 1 } });
    write(workspace.addEnvironment('two', 'dev'), 'two-api', { it: { inptu: 1 } });
    workspace.addEnvironment('three', 'staging');
    write(workspace.addEnvironment('four', 'staging'), 'four-api');

    const { exitCode, stdout, stderr } = await cli('plan', '--all', '--json', 'out/report.json');

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^one \| {3}\+ terraform_data.it$/m);
    expect(stdout.split('\n').slice(-4)).toEqual([
      'one: one-api changes (+1 ~0 -0)',
      'two: two-api failed',
      'four: four-api no changes',
      'three: failed',
    ]);
    expect(stderr).toMatch(/^two \| Terraform plan failed for two-api/m);
    expect(report()).toMatchObject({
      command: 'plan',
      exitCode: 1,
      environments: [
        { name: 'one', tier: 'development', exitCode: 2, stacks: [{ stack: 'one-api', outcome: 'changes' }] },
        {
          name: 'two',
          exitCode: 1,
          stacks: [{ outcome: 'failed', error: expect.stringContaining('inptu') }],
        },
        { name: 'four', tier: 'staging', exitCode: 0 },
        { name: 'three', exitCode: 1, error: expect.stringContaining('npx nx synth three'), stacks: [] },
      ],
    });
  });

  it('exits with 0 when nothing changes anywhere, and with 2 when something does', async () => {
    const one = workspace.addEnvironment('one', 'dev');
    write(one, 'one-api');
    write(workspace.addEnvironment('two', 'dev'), 'two-api');

    const nothing = await cli('plan', 'apps/one', 'apps/two');
    write(one, 'one-api', { it: {} });
    const something = await cli('plan', 'apps/one', 'apps/two');

    expect([nothing.exitCode, something.exitCode]).toEqual([0, 2]);
  });

  it('deploys local, then development, staging and production, whatever their names and order', async () => {
    const tiers = { zulu: 'local', yankee: 'dev', xray: 'staging', alpha: 'prod' } as const;
    for (const [name, from] of Object.entries(tiers))
      write(workspace.addEnvironment(name, from), `${name}-api`, { it: note(name) });

    const { exitCode } = await cli('deploy', 'apps/alpha', 'apps/xray', 'apps/zulu', 'apps/yankee');

    expect(exitCode).toBe(0);
    expect(order()).toEqual(['zulu', 'yankee', 'xray', 'alpha']);
  });

  it('stops promotion at the first failure, and says what was not started', async () => {
    write(workspace.addEnvironment('dev', 'dev'), 'dev-api', { it: note('dev') });
    const staging = workspace.addEnvironment('staging', 'staging');
    write(staging, 'staging-identity', { it: note('staging', 'exit 7') });
    write(staging, 'staging-api', { it: note('never') });
    write(workspace.addEnvironment('prod', 'prod'), 'prod-api', { it: note('never') });

    const { exitCode, stdout } = await cli('deploy', '--all', '--json', 'out/report.json');

    expect(exitCode).toBe(1);
    expect(order()).toEqual(['dev', 'staging']);
    expect(stdout.split('\n').slice(-3)).toEqual([
      'dev: dev-api applied (+1 ~0 -0)',
      'staging: staging-identity failed; staging-api not started',
      'prod: not started',
    ]);
    expect(report().environments.map(({ exitCode, started }) => [exitCode, started])).toEqual([
      [0, true],
      [1, true],
      [0, false],
    ]);
  });

  it('fails when an environment file is wrong, before anything is deployed', async () => {
    write(workspace.addEnvironment('dev', 'dev'), 'dev-api', { it: note('never') });
    write(workspace.addEnvironment('prod', 'prod', { account: '1' }), 'prod-api');

    const { exitCode, stdout, stderr } = await cli('deploy', 'apps/dev', 'apps/prod');

    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/Environment "prod" cannot be used[^]*account/);
    expect(stderr).not.toMatch(/^\s+at .*\.ts:/m);
  });

  it('fails when none is named', async () => {
    const { exitCode, stderr } = await cli('plan');

    expect([exitCode, stderr]).toEqual([1, 'Name an environment, such as dev, or --all.']);
  });
});
