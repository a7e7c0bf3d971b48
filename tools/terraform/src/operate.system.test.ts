import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { type TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { ask, emulatedAws } from '../testing/cloud';
import { motoWithStates } from '../testing/moto';
import { TestWorkspace } from '../testing/workspace';

const SCOPE = [{ scope_name: 'read', scope_description: 'Read' }];

/** Its scopes are those of the resource server, so that comes first. */
const MACHINE = {
  allowed_oauth_flows_user_pool_client: true,
  allowed_oauth_flows: ['client_credentials'],
  allowed_oauth_scopes: ['reports/read'],
  depends_on: ['aws_cognito_resource_server.reports'],
};

describe('an environment that runs, with real Terraform', () => {
  const moto = motoWithStates();
  let app: TestApp;

  beforeAll(() => {
    app = new TestWorkspace().addEnvironment('qa', 'dev');
    const logs = { name: '/qa', retention_in_days: 7, tags: { Team: 'people' } };
    write(app, 'qa-api', { ...emulatedAws(moto), resource: { aws_cloudwatch_log_group: { logs } } });
  });

  const cli = async (command: string, ...args: string[]) => startCli([command, app.directory, ...args]);
  const write = (to: TestApp, stack: string, config: object): void =>
    to.write(stack, config, { endpoint: moto.endpoint, key: stack });

  it('shows what was changed outside of Terraform, but for what is ignored with a reason', async () => {
    const unapplied = await cli('drift');
    await cli('deploy');
    const clean = await cli('drift');
    await ask(moto, 'Logs_20140328', 'PutRetentionPolicy', { logGroupName: '/qa', retentionInDays: 30 });
    const drifted = await cli('drift');
    const ignore = join(app.directory, 'drift-ignore.json');
    const entry = { address: 'aws_cloudwatch_log_group.logs', attributes: ['retention_in_days'] };
    writeFileSync(ignore, JSON.stringify([{ ...entry, reason: 'The audit raises it for a while.' }]));
    const ignored = await cli('drift');
    writeFileSync(ignore, JSON.stringify([entry]));
    const unexplained = await cli('drift');

    expect(unapplied).toMatchObject({ exitCode: 0, stdout: 'qa-api\n  not applied yet' });
    expect(clean).toMatchObject({ exitCode: 0, stdout: 'qa-api\n  no drift' });
    expect(drifted).toMatchObject({
      exitCode: 2,
      stdout: expect.stringMatching(
        /^qa-api\n {2}! aws_cloudwatch_log_group.logs \(retention_in_days\) was changed outside of Terraform\n {6}put it back: /,
      ),
    });
    expect(ignored).toMatchObject({ exitCode: 0, stdout: 'qa-api\n  no drift' });
    expect(unexplained.exitCode).toBe(1);
    expect(unexplained.stderr).toMatch(/drift-ignore.json is wrong[^]*reason/);
    expect(existsSync(join(app.directory, '.terraform-work/qa-api/drift.tfplan'))).toBe(false);
  });

  it('refuses to destroy what AWS would refuse to delete, before anything is gone', async () => {
    const qa = new TestWorkspace().addEnvironment('qa', 'dev');
    const pool = { name: 'people', deletion_protection: 'ACTIVE' };
    write(qa, 'pool', { ...emulatedAws(moto), resource: { aws_cognito_user_pool: { people: pool } } });
    await startCli(['deploy', qa.directory]);

    const { exitCode, stdout, stderr } = await startCli(['destroy', qa.directory, '--yes-destroy=qa']);

    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'Nothing was destroyed: aws_cognito_user_pool.people is protected from deletion. ' +
        'Set identity.deletionProtection to false in environments/qa.json and deploy that first.',
    );
  });

  it('refuses to destroy production, until a reviewed change has made it ready', async () => {
    const workspace = new TestWorkspace();
    const config = { resource: { terraform_data: { it: {} } } };
    const acknowledge = [{ rule: 'deletion-protection-off', reason: 'The product is closed.' }];
    const prod = workspace.addEnvironment('live', 'prod');
    write(prod, 'live', config);
    await startCli(['deploy', prod.directory]);

    const refused = await startCli(['destroy', prod.directory, '--yes-destroy=live']);
    workspace.addEnvironment('live', 'prod', {
      identity: { deletionProtection: false, domainPrefix: 'gatehouse-live' },
      acknowledge,
    });
    const unnamed = await startCli(['destroy', prod.directory]);
    const destroyed = await startCli(['destroy', prod.directory, '--yes-destroy=live']);

    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/Nothing was destroyed: "live" is production. It takes two steps:\n1. In env/);
    expect(unnamed.exitCode).toBe(1);
    expect(unnamed.stderr).toMatch(/To destroy everything in "live" say so: --yes-destroy=live/);
    expect(destroyed.exitCode).toBe(0);
    expect(destroyed.stdout).toMatch(/^live\n[^]* {2}1 destroyed$/);
  });

  it('writes what a client needs, with a schema and without a secret', async () => {
    const workspace = new TestWorkspace();
    const shop = workspace.addEnvironment('shop', 'dev');
    const file = join(workspace.root, 'out/client-config.json');
    const pool = '${aws_cognito_user_pool.people.id}';
    const people = {
      aws_cognito_user_pool: { people: { name: 'gatehouse-shop-people' } },
      aws_cognito_user_pool_client: {
        app: { name: 'app', user_pool_id: pool },
        machine: { name: 'machine', user_pool_id: pool, generate_secret: true, ...MACHINE },
      },
      aws_cognito_user_pool_domain: { people: { domain: 'gatehouse-shop', user_pool_id: pool } },
      aws_cognito_resource_server: {
        reports: { identifier: 'reports', name: 'reports', user_pool_id: pool, scope: SCOPE },
      },
    };
    write(shop, 'shop-identity', { ...emulatedAws(moto), resource: people });
    write(shop, 'shop-logs', { ...emulatedAws(moto), output: { nothing: { value: 'here' } } });
    const early = await startCli(['outputs', shop.directory, '--client-config', file]);
    await startCli(['deploy', shop.directory]);

    const { exitCode, stderr } = await startCli(['outputs', shop.directory, '--client-config', file]);

    expect(early.exitCode).toBe(1);
    expect(early.stderr).toContain(
      'shop-identity, shop-logs: not applied yet. Deploy all stacks first, with "npx nx deploy shop".',
    );
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: `Wrote ${file}` });
    const config = JSON.parse(readFileSync(file, 'utf8')) as { $schema: string };
    const schema = JSON.parse(readFileSync(join(file, '..', config.$schema), 'utf8')) as object;
    expect(config).toMatchObject({
      environment: 'shop',
      region: 'eu-west-1',
      apis: {},
      userPools: {
        people: {
          issuer: expect.stringMatching(/^https:\/\/cognito-idp\.eu-west-1\.amazonaws\.com\/eu-west-1_/) as string,
          domain: 'https://gatehouse-shop.auth.eu-west-1.amazoncognito.com',
          clients: { app: { id: expect.stringMatching(/./) as string, scopes: [] } },
          machineClients: { machine: { id: expect.stringMatching(/./) as string } },
        },
      },
    });
    expect(JSON.stringify(config)).not.toMatch(/secret/i);
    const validate = new Ajv2020({ validateFormats: false }).compile(schema);
    expect(validate(config)).toBe(true);
    expect(validate({ ...config, apis: { api: { url: 1 } } })).toBe(false);
  });
});
