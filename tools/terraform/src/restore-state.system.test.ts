import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { motoWithStates } from '../testing/moto';

describe('state, with real Terraform', () => {
  const moto = motoWithStates();

  beforeAll(async () => {
    const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
    await fetch(`${moto.endpoint}/state?versioning`, { method: 'PUT', body });
  });

  const cli = async (app: TestApp, command: string, ...args: string[]) => startCli([command, app.directory, ...args]);
  const write = (app: TestApp, key: string, resources: object, more: object = {}): void =>
    app.write('api', { ...more, resource: { terraform_data: resources } }, { endpoint: moto.endpoint, key });
  const versions = async (app: TestApp): Promise<string[][]> =>
    String((await cli(app, 'restore-state', '--stack=api')).stdout)
      .split('\n')
      .map((line) => line.split('  '));

  const s3 = async (method: string, path: string, body?: string): Promise<Response> => {
    const scope = 'emulator/20260101/eu-west-1/s3/aws4_request';
    const Authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
    const response = await fetch(`${moto.endpoint}/state/${path}`, {
      method,
      body,
      headers: { Authorization },
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };

  it('lists the versions of a state, newest first, and makes an older one the current one', async () => {
    const app = new TestApp();
    write(app, 'older', { one: { input: 1 } });
    await cli(app, 'deploy');
    write(app, 'older', { one: { input: 1 }, two: { input: 2 } });
    await cli(app, 'deploy');

    const [newest, oldest] = await versions(app);
    const restored = await cli(app, 'restore-state', '--stack=api', '--version', oldest?.[0] ?? '');
    const again = await cli(app, 'restore-state', '--stack=api', '--version', oldest?.[0] ?? '');
    const plan = await cli(app, 'plan');
    const listed = await versions(app);

    expect([newest?.slice(2), oldest?.slice(2)]).toEqual([
      ['serial 2', '2 resources', '(current)'],
      ['serial 1', '1 resources'],
    ]);
    expect(restored).toMatchObject({ exitCode: 0 });
    expect(restored.stdout).toMatch(/^api: state of version \S+ restored\nSee .* npx nx plan/);
    expect(again.stdout).toMatch(/the state is already that of version/);
    expect(plan).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('+ terraform_data.two') });
    expect(listed.map((row) => row[2])).toEqual(['serial 4', 'serial 2', 'serial 1']);
  });

  it('refuses a version of other resources, and one that is not there', async () => {
    const app = new TestApp();
    write(app, 'foreign', { mine: {} });
    await cli(app, 'deploy');
    const foreign = {
      version: 4,
      serial: 9,
      lineage: 'another-lineage',
      terraform_version: '1.11.4',
      resources: [],
    };
    const [[mine = ''] = []] = await versions(app);
    const original = await (await s3('GET', `foreign.tfstate?versionId=${mine}`)).text();
    const otherVersion =
      (await s3('PUT', 'foreign.tfstate', JSON.stringify(foreign))).headers.get('x-amz-version-id') ?? '';
    await s3('PUT', 'foreign.tfstate', original);

    const refused = await cli(app, 'restore-state', '--stack=api', '--version', otherVersion);
    const unknown = await cli(app, 'restore-state', '--stack=api', '--version', 'nonsense');
    const unnamed = await cli(app, 'restore-state', '--version', mine);

    expect([refused.exitCode, unknown.exitCode, unnamed.exitCode]).toEqual([1, 1, 0]);
    expect(refused.stderr).toMatch(/state of other resources: its lineage is another-lineage[^]*Nothing was restored/);
    expect(unknown.stderr).toMatch(/s3:\/\/state\/foreign.tfstate has no version "nonsense"/);
    expect((await cli(app, 'plan')).exitCode).toBe(0);
  });

  it('brings back a state that was deleted', async () => {
    const app = new TestApp();
    write(app, 'deleted', { mine: {} });
    await cli(app, 'deploy');
    await s3('DELETE', 'deleted.tfstate');
    const lost = await cli(app, 'plan');

    const [[version = ''] = []] = await versions(app);
    const restored = await cli(app, 'restore-state', '--stack=api', '--version', version);

    expect(lost.exitCode).toBe(2);
    expect(restored).toMatchObject({ exitCode: 0 });
    expect((await cli(app, 'plan')).exitCode).toBe(0);
  });

  it('survives the rename of a construct by its moved block: nothing is destroyed', async () => {
    const app = new TestApp();
    write(app, 'renamed', { users: { input: 'people' } });
    await cli(app, 'deploy');

    const moved = [{ from: 'terraform_data.users', to: 'terraform_data.people' }];
    write(app, 'renamed', { people: { input: 'people' } }, { moved });
    const plan = await cli(app, 'plan');
    const deployed = await cli(app, 'deploy');
    const again = await cli(app, 'plan');

    expect(plan.stdout).toMatch(/= terraform_data.people \(moved from terraform_data.users\)/);
    expect(plan.stdout).not.toMatch(/^ {2}[-+]/m);
    expect(deployed.exitCode).toBe(0);
    expect(again.exitCode).toBe(0);
  });

  it('is whole after two deploys at the same time: one names the other, which goes on to its end', async () => {
    const apps = [new TestApp(), new TestApp()];
    const mayEnd = join(apps[0]!.directory, 'may-end');
    const command = `until test -e ${mayEnd}; do sleep 0.1; done`;
    const slow = { provisioner: [{ 'local-exec': { command } }] };
    for (const app of apps) write(app, 'together', { slow, other: { depends_on: ['terraform_data.slow'] } });

    const deploys = apps.map((app) => cli(app, 'deploy'));
    const refused = await Promise.race(deploys);
    writeFileSync(mayEnd, '');

    expect((await Promise.all(deploys)).map(({ exitCode }) => exitCode).sort()).toEqual([0, 1]);
    expect(refused.stderr).toMatch(
      /The state of api \(state\/together.tfstate\) is locked by \S+@\S+ since|was locked by a run that has ended|stale/,
    );
    expect(await cli(apps[0]!, 'plan')).toMatchObject({ exitCode: 0 });
    expect(await cli(apps[1]!, 'deploy')).toMatchObject({ exitCode: 0, stdout: 'api\n  no changes' });
  });
});
