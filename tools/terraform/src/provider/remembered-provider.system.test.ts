import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@gatehouse/testing/until';
import { execa } from 'execa';
import { TestApp } from '../../testing/app';
import { ask, emulatedAws } from '../../testing/cloud';
import { startMoto, type Moto } from '../../testing/moto';
import { temporaryFolder } from '../../testing/stack';
import { findTerraform, type TerraformBinary } from '../find-terraform';
import { cacheFolder } from '../cache-folder';
import { readStackConfig } from '../stack-config';
import { readStacks } from '../stacks';
import { Terraform } from '../terraform';
import { installedAwsProvider } from './installed-provider';
import { type ProviderStart } from './provider-process';
import { KeptProviders } from './with-remembered-provider';

describe('the AWS provider of a stack in an emulator', () => {
  let emulators: readonly [Moto, Moto];
  let binary: TerraformBinary;
  let answers: string;

  beforeAll(async () => {
    binary = await findTerraform();
    emulators = await Promise.all([startMoto(), startMoto()]);
    for (const each of emulators) await each.createBucket('state');
  });
  afterAll(() => Promise.all(emulators.map((each) => each.stop())));
  const before = { ...process.env };
  beforeAll(() => {
    process.env['XDG_CACHE_HOME'] = temporaryFolder();
    answers = join(cacheFolder(), 'provider-answers');
  });
  afterAll(() => {
    process.env = before;
  });

  const bind = (moto: Moto, group: string, more: object = {}): Terraform => {
    const app = new TestApp();
    const resource = { aws_cloudwatch_log_group: { logs: { name: group } }, ...more };
    app.write('logs', { ...emulatedAws(moto), resource }, { endpoint: moto.endpoint, key: group.slice(1) });
    return new Terraform({ binary, stack: readStacks(app.directory)[0]! });
  };
  const deploy = async (terraform: Terraform): Promise<void> => {
    await terraform.init();
    await terraform.apply((await terraform.plan()).file);
  };
  const groups = async (moto: Moto): Promise<string[]> => {
    const { logGroups } = await ask<{ logGroups: { logGroupName: string }[] }>(
      moto,
      'Logs_20140328',
      'DescribeLogGroups',
      {},
    );
    return logGroups.map(({ logGroupName }) => logGroupName);
  };

  it('is asked for its schema and about a provider block once, and then plans the same', async () => {
    const terraform = bind(emulators[0], '/once');
    await terraform.init();
    await terraform.plan();
    const first = await terraform.showPlan();
    const kept = readdirSync(answers);
    await terraform.plan();
    const second = await terraform.showPlan();

    expect(kept).toHaveLength(2);
    expect(readdirSync(answers)).toEqual(kept);
    expect(second.resource_changes).toEqual(first.resource_changes);
  });

  it('belongs to one configuration: two deployments at the same time each reach their own emulator', async () => {
    const [one, two] = emulators;

    await Promise.all([deploy(bind(one, '/one')), deploy(bind(two, '/two'))]);

    expect(await groups(one)).toEqual(['/one']);
    expect(await groups(two)).toEqual(['/two']);
  });

  it('knows a type that only the state still names', async () => {
    const stream = { name: 'one', log_group_name: '${aws_cloudwatch_log_group.logs.name}' };
    const more = { aws_cloudwatch_log_stream: { one: stream } };
    await deploy(bind(emulators[0], '/gone', more));
    const terraform = bind(emulators[0], '/gone');
    await terraform.init();

    const plan = await terraform.plan();
    const { resource_changes: changes = [] } = await terraform.showPlan(plan.file);

    expect(changes.map(({ address, change }) => [address, change.actions])).toEqual([
      ['aws_cloudwatch_log_group.logs', ['no-op']],
      ['aws_cloudwatch_log_stream.one', ['delete']],
    ]);
  });

  it('reports what is wrong with a resource, as Terraform does', async () => {
    const terraform = bind(emulators[0], '/wrong', {
      aws_cloudwatch_log_group: { logs: { name: 'no spaces' } },
    });

    await expect(terraform.validate()).rejects.toThrow(/"name" isn't a valid log group name/);
  });

  it('makes plans that Terraform applies with a provider of its own, when a journal is written', async () => {
    const terraform = bind(emulators[0], '/journal');
    await terraform.init();
    const { file } = await terraform.plan();

    await terraform.apply(file, { journal: join(temporaryFolder(), 'apply.jsonl') });

    expect(await groups(emulators[0])).toContain('/journal');
    expect((await terraform.plan()).changes).toBe(false);
  });

  it('ends with the process that started it, even when that one is killed', async () => {
    const folder = temporaryFolder();
    const app = new TestApp();
    app.write('logs', emulatedAws(emulators[0]), { endpoint: emulators[0].endpoint });
    const [stack] = readStacks(app.directory);
    await new Terraform({ binary, stack: stack! }).init();
    const config = readStackConfig(stack!);
    const { file } = installedAwsProvider(binary, config, join(stack!.workDirectory, 'data'))!;
    const start: ProviderStart = { file, cwd: folder, env: { PLUGIN_UNIX_SOCKET_DIR: folder } };
    const script = `require('./provider-process').startProvider(${JSON.stringify(start)}).then(() => console.log('started'))`;
    const register = join(__dirname, '../../../../register-ts.cjs');
    const child = execa(process.execPath, ['-r', register, '-e', script], {
      cwd: __dirname,
      reject: false,
      buffer: false,
    });
    await once(child.stdout, 'data');
    const socket = join(folder, readdirSync(folder)[0] ?? '');
    expect(await answersOn(socket)).toBe(true);

    child.kill('SIGKILL');

    await until(async () => !(await answersOn(socket)));
  });

  describe('that is kept', () => {
    const kept = new KeptProviders();
    afterAll(() => kept.close());

    /** Deploys a stack with this group in one folder, again and again. */
    const again = (app: TestApp, group: string, tags: object = {}) => {
      const { provider } = emulatedAws(emulators[0]);
      const [aws] = provider.aws;
      const resource = { aws_cloudwatch_log_group: { logs: { name: group } } };
      app.write(
        'logs',
        { ...emulatedAws(emulators[0]), provider: { aws: [{ ...aws, default_tags: [{ tags }] }] }, resource },
        { endpoint: emulators[0].endpoint, key: 'kept' },
      );
      return new Terraform({ binary, stack: readStacks(app.directory)[0]!, providers: kept });
    };
    const tagsOf = async (logGroupName: string) =>
      (await ask<{ tags: object }>(emulators[0], 'Logs_20140328', 'ListTagsLogGroup', { logGroupName })).tags;

    it('is one process for each configuration, for many commands, and ends when it is closed', async () => {
      const app = new TestApp();
      const sockets = () =>
        foldersOfOurs().flatMap((folder) => readdirSync(folder).filter((name) => name !== 'terraform.sock'));

      await deploy(again(app, '/kept-1', { team: 'a' }));
      const first = sockets();
      await deploy(again(app, '/kept-2', { team: 'a' }));
      const second = sockets();
      await deploy(again(app, '/kept-3', { team: 'b' }));

      expect(first).toHaveLength(1);
      expect(second).toEqual(first);
      expect(await groups(emulators[0])).toContain('/kept-3');
      expect(await tagsOf('/kept-3')).toEqual({ team: 'b' });
      expect(sockets()).toHaveLength(2);
      await kept.close();
      expect(foldersOfOurs()).toEqual([]);
    });
  });

  it('leaves no file behind', async () => {
    await deploy(bind(emulators[0], '/left'));

    expect(foldersOfOurs()).toEqual([]);
  });
});

/** Folders of providers that this process started. */
const foldersOfOurs = (): string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(`gatehouse-provider-${process.pid}-`))
    .map((name) => join(tmpdir(), name));

function answersOn(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => connection.end(() => resolve(true)));
    connection.once('error', () => resolve(false));
  });
}
