import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Result } from 'execa';
import { until } from '@gatehouse/testing/until';
import { TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { motoWithStates } from '../testing/moto';
import { writeTwoStacks } from '../testing/two-stacks';
import { TestWorkspace } from '../testing/workspace';

describe('the command line, with real Terraform', () => {
  const moto = motoWithStates();
  let app: TestApp;

  beforeEach(() => {
    app = new TestApp();
  });

  const start = (command: string, args: string[]) => startCli([command, app.directory, ...args]);
  const cli = async (command: string, ...args: string[]): Promise<Result> => start(command, args);

  const write = (outputs: Record<string, string>, read: string): void =>
    writeTwoStacks(app, moto.endpoint, { outputs, read });

  it('plans a new environment honestly, deploys it in order, then plans nothing', async () => {
    write({ pool: 'pool-1', secret: 'hush' }, 'pool');

    const first = await cli('plan');
    const deployed = await cli('deploy');
    const again = await cli('plan');

    expect(first.exitCode).toBe(3);
    expect(first.stdout).toMatch(
      /^identity\n {2}\+ terraform_data.users\n {2}\+ output pool\n {2}\+ output secret\n {2}1 to add, 0 to change, 0 to destroy\napi\n {2}depends on identity, which is not applied yet$/,
    );
    expect(deployed.exitCode).toBe(0);
    expect(deployed.stdout).toMatch(/^identity\n[^]*\n {2}1 added, 0 changed, 0 destroyed\napi\n[^]*1 added/);
    expect(deployed.stderr).toMatch(/create terraform_data.users: done in 0 s/);
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toBe('identity\n  no changes\napi\n  no changes');
  });

  it('leaves the plan as JSON, for the owner of the files only', async () => {
    write({ pool: 'pool-1' }, 'pool');

    await cli('plan', '--stack', 'identity');

    const file = join(app.directory, '.terraform-work/identity/plan.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format_version: expect.any(String) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(existsSync(join(app.directory, '.terraform-work/api'))).toBe(false);
  });

  it('exits with 2 for changes, and names an output that has yet to be applied', async () => {
    write({ pool: 'pool-1' }, 'pool');
    await cli('deploy');

    write({ pool: 'pool-2' }, 'pool');
    const changed = await cli('plan');
    write({ pool: 'pool-1', domain: 'd' }, 'domain');
    const newOutput = await cli('plan');
    const forNx = await cli('plan', '--stack', 'identity', '--no-detailed-exitcode');

    expect(changed.exitCode).toBe(2);
    expect(changed.stdout).toMatch(/api\n {2}planned with the outputs that identity has now; plan again/);
    expect(forNx.exitCode).toBe(0);
    expect(forNx.stdout).toMatch(/\+ output domain/);
    expect(newOutput.exitCode).toBe(3);
    expect(newOutput.stdout).toMatch(/depends on identity, which is not applied yet \(it has no output "domain"\)/);
  });

  it('prints outputs as JSON without secrets', async () => {
    write({ pool: 'pool-1', secret: 'hush' }, 'pool');
    await cli('deploy', '--stack', 'identity');

    const { stdout, exitCode } = await cli('outputs');

    expect(exitCode).toBe(0);
    expect(JSON.parse(String(stdout))).toEqual({
      identity: { pool: 'pool-1', secret: '(sensitive)' },
      api: {},
    });
  });

  it('destroys in reverse order, only with the name, and again finds nothing', async () => {
    app = new TestWorkspace().addEnvironment('qa', 'dev');
    write({ pool: 'pool-1' }, 'pool');
    await cli('deploy');
    const name = basename(app.directory);

    const unnamed = await cli('destroy');
    const misnamed = await cli('destroy', '--yes-destroy', 'prod');
    const destroyed = await cli('destroy', '--yes-destroy', name);
    const again = await cli('destroy', '--yes-destroy', name);

    expect([unnamed.exitCode, misnamed.exitCode, destroyed.exitCode, again.exitCode]).toEqual([1, 1, 0, 0]);
    expect(unnamed.stderr).toContain(
      `Nothing was destroyed. To destroy everything in "${name}" say so: --yes-destroy=${name}`,
    );
    expect(misnamed.stderr).toContain(`Nothing was destroyed: this is "${name}", not "prod".`);
    expect(destroyed.stdout).toMatch(/^api\n[^]*1 destroyed\nidentity\n[^]*1 destroyed$/);
    expect(again.stdout).toBe('api\n  nothing to destroy\nidentity\n  nothing to destroy');
  });

  it('fails when a configuration is wrong, without a stack trace, and still checks the others', async () => {
    write({ pool: 'pool-1' }, 'pool');
    app.write('broken', { resource: { terraform_data: { x: { inptu: 1 } } } }, { endpoint: moto.endpoint });

    const { exitCode, stdout, stderr } = await cli('validate');

    expect(exitCode).toBe(1);
    expect(stdout).toBe('identity: valid\napi: valid');
    expect(stderr).toMatch(/Terraform validate failed for broken[^]*at terraform_data.x, cdk.tf.json line/);
    expect(stderr).not.toMatch(/^\s+at .*\.ts:/m);
  });

  it('fails when a stack is unknown, and names those there are', async () => {
    write({ pool: 'pool-1' }, 'pool');

    const { exitCode, stderr } = await cli('plan', '--stack', 'web');

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/has no stack "web"; it has: identity, api\./);
  });

  it('stops at the first Ctrl-C, survives a second one, and leaves no lock', async () => {
    const applying = join(app.directory, 'applying');
    const slow = { provisioner: [{ 'local-exec': { command: `touch ${applying}; exec sleep 3600` } }] };
    const key = `${basename(app.directory)}/slow`;
    app.write('slow', { resource: { terraform_data: { slow } } }, { endpoint: moto.endpoint, key });
    // The emulator denies others to read an object, and does not know a deleted one.
    const locked = async (): Promise<boolean> =>
      (await fetch(`${moto.endpoint}/state/${key}.tfstate.tflock`)).status !== 404;
    const deploy = start('deploy', []);

    await until(() => existsSync(applying));
    const held = await locked();
    deploy.kill('SIGINT');
    deploy.kill('SIGINT');
    const { exitCode, stderr } = await deploy;

    expect(held).toBe(true);
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(/Stopped: Terraform ended "apply" early and released its lock\./);
    expect(await locked()).toBe(false);
  });
});
