import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@gatehouse/testing/until';
import { TestApp } from '../testing/app';
import { motoWithStates } from '../testing/moto';
import { SetupError, StateLockedError, TerraformError } from './errors';
import { findTerraform, type TerraformBinary } from './find-terraform';
import { readStacks } from './stacks';
import { Terraform } from './terraform';
import { type ProgressEvent } from './ui-events';

describe('Terraform, for real', () => {
  const moto = motoWithStates();
  let binary: TerraformBinary;
  let app: TestApp;
  const events: ProgressEvent[] = [];

  beforeAll(async () => {
    binary = await findTerraform();
  });
  beforeEach(() => {
    app = new TestApp();
    events.length = 0;
  });

  const bind = (name: string): Terraform => {
    const stack = readStacks(app.directory).find((each) => each.name === name);
    if (!stack) throw new Error(`no stack ${name}`);
    return new Terraform({ binary, stack, onEvent: (event) => events.push(event) });
  };
  const data = (input: string): object => ({
    resource: { terraform_data: { thing: { input, '//': { metadata: { path: 'shop/thing' } } } } },
    output: {
      value: { value: '${terraform_data.thing.output}' },
      secret: { value: 'hush', sensitive: true },
    },
  });

  it('plans, applies exactly that plan, then plans nothing', async () => {
    app.write('first', data('one'), { endpoint: moto.endpoint });
    const terraform = bind('first');

    await terraform.init();
    const plan = await terraform.plan();
    const json = await terraform.showPlan();
    await terraform.apply(plan.file);
    const again = await terraform.plan();

    expect(plan).toMatchObject({ changes: true, summary: { add: 1, change: 0, remove: 0 } });
    expect(json.resource_changes?.map(({ address, change }) => [address, change.actions])).toEqual([
      ['terraform_data.thing', ['create']],
    ]);
    expect(again.changes).toBe(false);
    expect(events).toContainEqual({ kind: 'planned', address: 'terraform_data.thing', action: 'create' });
    expect(events).toContainEqual({
      kind: 'completed',
      address: 'terraform_data.thing',
      action: 'create',
      seconds: 0,
    });
    expect(await terraform.output()).toMatchObject({
      value: { value: 'one', sensitive: false },
      secret: { value: 'hush', sensitive: true },
    });
    expect((await terraform.showState()).values?.root_module?.resources).toHaveLength(1);
  });

  it('keeps its data and plans out of cdktf.out', async () => {
    app.write('tidy', data('one'), { endpoint: moto.endpoint });
    const terraform = bind('tidy');

    await terraform.init();
    const { file } = await terraform.plan();

    expect(existsSync(join(app.directory, 'cdktf.out/stacks/tidy/.terraform'))).toBe(false);
    expect(file).toBe(join(app.directory, '.terraform-work/tidy/plan.tfplan'));
    expect(existsSync(file)).toBe(true);
  });

  it('leaves out an init that was done before, and repeats it when the backend changes', async () => {
    app.write('again', data('one'), { endpoint: moto.endpoint });
    const terraform = bind('again');

    const first = await terraform.init();
    const second = await terraform.init();
    app.write('again', data('one'), { endpoint: moto.endpoint, key: 'elsewhere' });
    const moved = await terraform.init();

    expect([first.skipped, second.skipped, moved.skipped]).toEqual([false, true, false]);
    expect((await terraform.plan()).changes).toBe(true);
  });

  it('plans and applies the removal of everything', async () => {
    app.write('gone', data('one'), { endpoint: moto.endpoint });
    const terraform = bind('gone');
    await terraform.init();
    await terraform.apply((await terraform.plan()).file);

    const summary = await terraform.destroy();

    expect(summary).toMatchObject({ add: 0, remove: 1 });
    expect((await terraform.showState()).values).toBeUndefined();
  });

  it('fails when the plan is older than the state, and leaves no older plan behind a failed one', async () => {
    app.write('stale', data('one'), { endpoint: moto.endpoint });
    const terraform = bind('stale');
    await terraform.init();
    const { file } = await terraform.plan();
    const copy = readFileSync(file);
    await terraform.apply(file);
    writeFileSync(file, copy);

    await expect(terraform.apply(file)).rejects.toThrow(
      /Saved plan is stale[^]*The state of stale changed after the plan was made[^]*Plan again/,
    );
    app.write('stale', { resource: { terraform_data: { thing: { inptu: 'x' } } } }, { endpoint: moto.endpoint });
    await expect(terraform.plan()).rejects.toThrow(TerraformError);
    expect(existsSync(file)).toBe(false);
  });

  it('fails when the configuration is wrong, and names address, construct, file and line', async () => {
    const { resource } = data('one') as { resource: { terraform_data: { thing: object } } };
    const wrong = { resource: { terraform_data: { thing: { ...resource.terraform_data.thing, inptu: 1 } } } };
    app.write('wrong', wrong, { endpoint: moto.endpoint });

    const failure = await bind('wrong')
      .validate()
      .catch((error: unknown) => error as TerraformError);

    expect(failure).toBeInstanceOf(TerraformError);
    expect((failure as TerraformError).message).toMatch(
      /Terraform validate failed for wrong[^]*Extraneous JSON object property\n {2}at terraform_data.thing, construct shop\/thing, cdk.tf.json line \d+/,
    );
  });

  it('validates without a backend, and does not take that for a full init', async () => {
    app.write('offline', data('one'), { endpoint: 'http://127.0.0.1:1' });
    const terraform = bind('offline');

    await terraform.validate();

    await expect(terraform.init()).rejects.toThrow(SetupError);
    await expect(terraform.init()).rejects.toThrow(/emulator at http:\/\/127.0.0.1:1 does not answer/);
  });

  it('fails when the state is locked: names the holder, and releases a dead one', async () => {
    app.write('locked', data('one'), { endpoint: moto.endpoint });
    const terraform = bind('locked');
    await terraform.init();
    const lock = {
      ID: 'a1b2c3d4-0000-4000-8000-000000000001',
      Operation: 'OperationTypeApply',
      Who: 'ada@laptop',
      Version: '1.11.4',
      Created: '2026-01-02T03:04:05Z',
      Path: 'state/locked.tfstate',
    };
    await fetch(`${moto.endpoint}/state/locked.tfstate.tflock`, {
      method: 'PUT',
      body: JSON.stringify(lock),
    });

    const failure = await terraform.plan().catch((error: unknown) => error as StateLockedError);

    expect(failure).toBeInstanceOf(StateLockedError);
    expect((failure as StateLockedError).lock).toMatchObject({ id: lock.ID, who: 'ada@laptop' });
    expect((failure as StateLockedError).message).toMatch(/locked by ada@laptop[^]*--lock=a1b2c3d4/);
    expect(events).toContainEqual({ kind: 'waiting-for-lock' });
    expect((await terraform.plan({ lock: false })).changes).toBe(true);
    await expect(terraform.forceUnlock('wrong')).rejects.toThrow(/force-unlock failed/);
    await terraform.forceUnlock(lock.ID);
    expect((await terraform.plan()).changes).toBe(true);
  });

  it('is killed at once when the caller gives up', async () => {
    const applying = join(app.directory, 'applying');
    const slow = { provisioner: [{ 'local-exec': { command: `touch ${applying}; exec sleep 3600` } }] };
    app.write('dropped', { resource: { terraform_data: { slow } } }, { endpoint: moto.endpoint });
    const [stack] = readStacks(app.directory);
    if (!stack) throw new Error('no stack');
    const caller = new AbortController();
    const terraform = new Terraform({ binary, stack, signal: caller.signal });
    await terraform.init();
    const { file } = await terraform.plan();
    const applied = terraform.apply(file).catch((error: unknown) => error);
    await until(() => existsSync(applying));

    caller.abort(new Error('the emulator is gone'));

    expect(await applied).toEqual(new Error('the emulator is gone'));
  });

  it('uses the AWS provider from a mirror on this machine, without a registry and without real credentials', async () => {
    const provider = {
      aws: [
        {
          region: 'eu-west-1',
          endpoints: [{ ssm: moto.endpoint, sts: moto.endpoint }],
          skip_metadata_api_check: 'true',
        },
      ],
    };
    const config = {
      terraform: { required_providers: { aws: { source: 'aws', version: '5.100.0' } } },
      provider,
      data: { aws_caller_identity: { me: {} } },
      output: { account: { value: '${data.aws_caller_identity.me.account_id}' } },
    };
    app.write('mirrored', config, { endpoint: moto.endpoint });
    const own = { ...binary, env: { ...binary.env, AWS_PROFILE: 'someone-real' } };
    const [stack] = readStacks(app.directory);
    if (!stack) throw new Error('no stack');
    const terraform = new Terraform({ binary: own, stack });

    await terraform.init();
    await terraform.apply((await terraform.plan()).file);

    expect(await terraform.output()).toMatchObject({ account: { value: '123456789012' } });
  });
});
