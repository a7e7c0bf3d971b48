import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killTree } from '@gatehouse/testing/process-tree';
import { until } from '@gatehouse/testing/until';
import { TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { ask, emulatedAws } from '../testing/cloud';
import { motoWithStates } from '../testing/moto';

const LOG_GROUPS = 4;

describe('a deploy that is killed, with real Terraform', () => {
  const moto = motoWithStates();

  it('goes on where it ended, three times, with nothing lost and nothing doubled', async () => {
    const app = new TestApp();
    app.write(
      'people',
      { ...emulatedAws(moto), ...peopleAndLogs(join(app.directory, 'may-end')) },
      { endpoint: moto.endpoint },
    );
    const warnings: string[] = [];

    for (let kill = 0; kill < 3; kill += 1) {
      const { output, journal } = await deployAndKill(app, Math.floor(Math.random() * 2));
      warnings.push(...output.filter((line) => line.includes('killed while it made aws_cognito_user_pool.people')));
      expect(journal).toContain('apply_start');
      await releaseLock(app);
    }
    writeFileSync(join(app.directory, 'may-end'), '');
    const last = await startCli(['deploy', app.directory]);
    const again = await startCli(['plan', app.directory]);

    warnings.push(
      ...String(last.stdout)
        .split('\n')
        .filter((line) => line.includes('killed while it made aws_cognito_user_pool.people')),
    );
    expect(last).toMatchObject({ exitCode: 0 });
    expect(again).toMatchObject({ exitCode: 0, stdout: 'people\n  no changes' });
    expect(await logGroups()).toEqual(Array.from({ length: LOG_GROUPS }, (_, index) => `/people/${index}`));
    // Killed between AWS and Terraform's word of it, a pool may be there twice; then the deploy has said so.
    const pools = await poolNames();
    expect(new Set(pools)).toEqual(new Set(['people']));
    expect(pools.length).toBeLessThanOrEqual(1 + warnings.length);
  });

  it('ends well when only the command line is killed: Terraform goes on to its end', async () => {
    const app = new TestApp();
    const mayEnd = join(app.directory, 'may-end');
    const slow = {
      provisioner: [{ 'local-exec': { command: `until test -e ${mayEnd}; do sleep 0.1; done; echo waited` } }],
    };
    const after = { depends_on: ['terraform_data.slow'], input: 1 };
    app.write('slow', { resource: { terraform_data: { slow, after } } }, { endpoint: moto.endpoint, key: 'slow' });
    const deploy = startCli(['deploy', app.directory]);
    const journal = join(app.directory, '.terraform-work/slow/apply.jsonl');

    await until(() => existsSync(journal) && readFileSync(journal, 'utf8').includes('apply_start'));
    deploy.kill('SIGKILL');
    await deploy;
    const during = await startCli(['deploy', app.directory]);
    writeFileSync(mayEnd, '');
    await until(() => readFileSync(journal, 'utf8').includes('change_summary'));
    await until(async () => (await startCli(['deploy', app.directory])).exitCode === 0);
    const again = await startCli(['deploy', app.directory]);

    expect(during.exitCode).toBe(1);
    expect(during.stderr).toMatch(/The state of slow .* is locked by \S+@\S+ since .* who runs apply/);
    expect(again).toMatchObject({ exitCode: 0, stdout: 'slow\n  no changes' });
  });

  it('fails when AWS has a name that the state does not know, and says how to take it over', async () => {
    const app = new TestApp();
    const config = {
      ...emulatedAws(moto),
      resource: { aws_cloudwatch_log_group: { mine: { name: '/taken' } } },
    };
    app.write('logs', config, { endpoint: moto.endpoint, key: 'logs' });
    await ask(moto, 'Logs_20140328', 'CreateLogGroup', { logGroupName: '/taken' });

    const refused = await startCli(['deploy', app.directory]);
    const [, address = '', id = ''] = /--stack=logs --address='(\S+)' --id='(\S+)'/.exec(String(refused.stderr)) ?? [];
    const imported = await startCli([
      ...['import-resource', app.directory, '--stack=logs'],
      ...['--address', address, '--id', id],
    ]);
    const deployed = await startCli(['deploy', app.directory]);

    expect(refused.exitCode).toBe(1);
    expect([address, id]).toEqual(['aws_cloudwatch_log_group.mine', '/taken']);
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(deployed).toMatchObject({ exitCode: 0 });
  });

  /** Starts a deploy, and after it made some resources kills it and everything it started. */
  async function deployAndKill(app: TestApp, made: number): Promise<{ output: string[]; journal: string }> {
    const file = join(app.directory, '.terraform-work/people/apply.jsonl');
    const deploy = startCli(['deploy', app.directory]);
    let ended = false;
    void deploy.then(() => (ended = true));
    // What the kill before left is there until Terraform ends by itself.
    const old = existsSync(file) ? readFileSync(file, 'utf8').length : 0;
    const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8').slice(old) : '');
    const isLate = (): boolean => read().split('"apply_complete"').length > made && read().includes('"apply_start"');
    await until(() => ended || isLate() || read().includes('terraform_data.end: Creating...'), read);
    await sleep(Math.random() * 100);
    const journal = read();
    killTree(deploy.pid!);
    const { stdout } = await deploy;
    return { output: String(stdout).split('\n'), journal };
  }

  async function releaseLock(app: TestApp): Promise<void> {
    const refused = await startCli(['deploy', app.directory]);
    expect(refused.stderr).toMatch(/The state of people .* is locked by \S+@\S+ since/);
    const [, lock = ''] = /npx nx unlock \S+ --stack=people --lock=(\S+)/.exec(String(refused.stderr)) ?? [];
    const released = await startCli(['unlock', app.directory, '--stack=people', '--lock', lock]);
    expect(released).toMatchObject({ exitCode: 0 });
  }

  async function logGroups(): Promise<string[]> {
    const input = { logGroupNamePrefix: '/people/' };
    const { logGroups } = await ask<{ logGroups: { logGroupName: string }[] }>(
      moto,
      'Logs_20140328',
      'DescribeLogGroups',
      input,
    );
    return logGroups.map(({ logGroupName }) => logGroupName).sort();
  }

  async function poolNames(): Promise<string[]> {
    const service = 'AWSCognitoIdentityProviderService';
    const { UserPools } = await ask<{ UserPools: { Name: string }[] }>(moto, service, 'ListUserPools', {
      MaxResults: 60,
    });
    return UserPools.map(({ Name }) => Name);
  }
});

/**
 * One after the other, so that a kill finds the rest unmade; the last one lasts until there is a file. Pools may have
 * the same name, log groups may not.
 */
function peopleAndLogs(mayEnd: string): object {
  const client = { name: 'app', user_pool_id: '${aws_cognito_user_pool.people.id}' };
  const groups = Array.from({ length: LOG_GROUPS }, (_, index) => {
    const before = index === 0 ? 'aws_cognito_user_pool_client.app' : `aws_cloudwatch_log_group.g${index - 1}`;
    return [`g${index}`, { name: `/people/${index}`, depends_on: [before] }];
  });
  const end = {
    depends_on: [`aws_cloudwatch_log_group.g${LOG_GROUPS - 1}`],
    provisioner: [{ 'local-exec': { command: `test -e ${mayEnd} || exec sleep 3600` } }],
  };
  return {
    resource: {
      terraform_data: { end },
      aws_cognito_user_pool: { people: { name: 'people' } },
      aws_cognito_user_pool_client: { app: client },
      aws_cloudwatch_log_group: Object.fromEntries(groups),
    },
  };
}
