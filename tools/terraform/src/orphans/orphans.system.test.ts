import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remoteState, TestApp } from '../../testing/app';
import { startCli } from '../../testing/cli';
import { ask, emulatedAws } from '../../testing/cloud';
import { motoWithStates } from '../../testing/moto';
import { TestWorkspace } from '../../testing/workspace';

describe('states that no stack has, with real Terraform', () => {
  const moto = motoWithStates();
  let app: TestApp;
  /** Keys are shared by all workspaces, so each test has an environment of its own. */
  let name: string;
  let count = 0;
  beforeEach(() => {
    name = `qa${++count}`;
    app = new TestWorkspace().addEnvironment(name, 'dev');
  });

  const cli = async (command: string, ...args: string[]) => startCli([command, app.directory, ...args]);
  const write = (to: TestApp, stack: string, config: object, dependencies: string[] = []): void =>
    to.write(`${name}-${stack}`, config, { endpoint: moto.endpoint, key: `${name}/${stack}`, dependencies });
  const logGroup = (groupName: string) => ({
    ...emulatedAws(moto),
    resource: { aws_cloudwatch_log_group: { logs: { name: groupName } } },
    output: { group: { value: '${aws_cloudwatch_log_group.logs.arn}' } },
  });
  const groups = async (): Promise<string[]> => {
    const { logGroups } = await ask<{ logGroups: { logGroupName: string }[] }>(
      moto,
      'Logs_20140328',
      'DescribeLogGroups',
      {},
    );
    return logGroups.map(({ logGroupName }) => logGroupName);
  };
  /** The app again, with other stacks. */
  const recompose = (stacks: Record<string, object>): void => {
    app = new TestApp(app.directory);
    for (const [stack, config] of Object.entries(stacks)) write(app, stack, config);
  };
  const says = (to: string): string =>
    [
      `${name}-orders`,
      `  orphaned: no stack of ${name} has this state, 1 resource in s3://state/${name}/orders.tfstate`,
      `  if it was removed: npx gatehouse destroy ${name} --stack orders`,
      `  if it was renamed: npx gatehouse move-state ${name} orders ${to}`,
    ].join('\n');

  it('are reported by plan, deploy and drift, and destroyed by the command that these print', async () => {
    recompose({ orders: logGroup(`/${name}`), api: logGroup(`/${name}-api`) });
    await cli('deploy');
    recompose({ api: logGroup(`/${name}-api`) });

    const planned = await cli('plan');
    const deployed = await cli('deploy');
    const report = join(app.directory, 'drift.json');
    const drifted = await cli('drift', '--json', report);
    const unnamed = await cli('destroy', '--stack=orders');
    const destroyed = await cli('destroy', '--stack=orders', `--yes-destroy=${name}`);
    const afterwards = await cli('plan');

    const text = says('<its new name>');
    expect(planned).toMatchObject({ exitCode: 0, stdout: `${name}-api\n  no changes\n${text}` });
    expect(deployed).toMatchObject({ exitCode: 0, stdout: `${text}\n${name}-api\n  no changes` });
    expect(drifted).toMatchObject({ exitCode: 2, stdout: expect.stringContaining(text) as string });
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      environments: [
        {
          stacks: [
            {},
            {
              stack: `${name}-orders`,
              drift: [
                {
                  found: `orphaned: 1 resource in s3://state/${name}/orders.tfstate`,
                  reconcile: [
                    `if it was removed: npx gatehouse destroy ${name} --stack orders`,
                    `if it was renamed: npx gatehouse move-state ${name} orders <its new name>`,
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(unnamed.stderr).toBe(
      `Nothing was destroyed. To destroy ${name}-orders of "${name}" say so: --yes-destroy=${name}`,
    );
    expect(destroyed).toMatchObject({ exitCode: 0, stdout: `${name}-orders\n  1 destroyed` });
    expect(await groups()).toEqual([`/${name}-api`]);
    expect(afterwards).toMatchObject({ exitCode: 0, stdout: `${name}-api\n  no changes` });
  });

  it('go to the renamed stack: nothing is made twice, and nothing is destroyed', async () => {
    recompose({ orders: logGroup(`/${name}`) });
    await cli('deploy');
    recompose({ shop: logGroup(`/${name}`) });

    const planned = await cli('plan');
    const moved = await cli('move-state', 'orders', 'shop');
    const again = await cli('move-state', 'orders', 'shop');
    const afterwards = await cli('plan');

    expect(planned.stdout).toContain(says(`${name}-shop`));
    expect(moved).toMatchObject({
      exitCode: 0,
      stdout: `${name}-shop: has the state of ${name}-orders now, 1 resource\nSee what differs from the configuration: npx gatehouse plan ${name}`,
    });
    expect(again.stderr).toBe('Nothing was moved: there is no orphaned state "orders"; there are: none.');
    expect(afterwards).toMatchObject({ exitCode: 0, stdout: `${name}-shop\n  no changes` });
  });

  it('are not moved over another state, nor to a stack that is not there, nor from a stack that is', async () => {
    recompose({ orders: logGroup(`/${name}`), api: logGroup(`/${name}-api`) });
    await cli('deploy');
    recompose({ api: logGroup(`/${name}-api`) });

    const busy = await cli('move-state', 'orders', 'api');
    const unknown = await cli('move-state', 'orders', 'shop');
    const composed = await cli('move-state', 'api', 'api');
    const deploys = await cli('deploy', '--stack=orders');

    expect([busy, unknown, composed, deploys].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
    expect(busy.stderr).toMatch(new RegExp(`^Nothing was moved: ${name}-api has a state with 1 resource of its own`));
    expect(unknown.stderr).toBe(`Nothing was moved: there is no stack "shop" to move to; there are: ${name}-api.`);
    expect(composed.stderr).toMatch(/is a stack that has its state; only one that no stack has can be moved/);
    expect(deploys.stderr).toMatch(new RegExp(`has no stack "orders"; it has: ${name}-api\\.$`));
  });

  it('are not destroyed while a stack uses them, nor with providers of another region', async () => {
    const reader = (value: string, read: boolean) => ({
      ...(read && { data: remoteState(moto.endpoint, `${name}/orders`) }),
      resource: { terraform_data: { it: { input: value } } },
      ...emulatedAws(moto),
    });
    write(app, 'orders', logGroup(`/${name}`));
    write(app, 'api', reader('${data.terraform_remote_state.upstream.outputs.group}', true), [`${name}-orders`]);
    await cli('deploy');
    recompose({ api: reader('nothing', false) });

    const used = await cli('destroy', '--stack=orders', `--yes-destroy=${name}`);
    await cli('deploy');
    const elsewhere = reader('nothing', false);
    const [aws] = elsewhere.provider.aws;
    recompose({ api: { ...elsewhere, provider: { aws: [{ ...aws, region: 'us-east-1' }] } } });
    const region = await cli('destroy', '--stack=orders', `--yes-destroy=${name}`);

    expect([used.exitCode, region.exitCode]).toEqual([1, 1]);
    expect(used.stderr).toBe(
      `Nothing was destroyed: ${name}-api uses aws_cloudwatch_log_group.logs of ${name}-orders in terraform_data.it. ` +
        `Deploy what does not use it first: npx gatehouse deploy ${name}`,
    );
    expect(region.stderr).toMatch(
      /logs of qa\d-orders was made with the AWS provider, and it is in eu-west-1, the provider in us-east-1/,
    );
    expect(await groups()).toContain(`/${name}`);
  });

  it('are not looked for when the bucket cannot be listed, and fail nothing', async () => {
    const missing = new TestWorkspace().addEnvironment(name, 'dev');
    missing.write(`${name}-api`, {}, { endpoint: moto.endpoint, key: `${name}/api`, bucket: 'no-such-bucket' });

    const { exitCode, stderr } = await startCli(['plan', missing.directory]);

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^The state bucket no-such-bucket does not exist: make it with "npm start"\.\n {2}Terraform init of qa\d-api: [^]*\nOrphaned states were not looked for\. The state bucket/,
    );
  });
});
