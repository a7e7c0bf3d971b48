import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { until } from '@gatehouse/testing/until';
import { TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { ask, emulatedAws } from '../testing/cloud';
import { KilledApply } from '../testing/killed-apply';
import { motoWithStates } from '../testing/moto';
import { EACH_ONCE, PeopleInMoto } from '../testing/people-in-moto';
import { refusingProxy } from '../testing/refusing-proxy';
import { temporaryFolder } from '../testing/stack';
import { deployCommand } from './commands/deploy';
import { importCommand } from './commands/import';
import { openSession } from './commands/session';
import { recoverCommand } from './commands/recover';
import { unlockCommand } from './commands/unlock';

const CLIENT = 'aws_cognito_user_pool_client.app';

/** The requests that make what is not found by its name alone. */
const MADE_BY: Readonly<Record<string, RegExp>> = {
  'aws_cognito_user_pool.people': /CreateUserPool$/,
  [CLIENT]: /CreateUserPoolClient$/,
  'aws_cognito_identity_pool.guests': /CreateIdentityPool$/,
  'aws_api_gateway_rest_api.api': /^POST \/restapis /,
  'aws_apigatewayv2_api.web': /^POST \/v2\/apis /,
};

describe('a deploy that is killed, with real Terraform', () => {
  const moto = motoWithStates();
  const proxy = refusingProxy(moto);
  const people = new PeopleInMoto(moto);

  it('goes on where it ended, at each tenth of an apply, with nothing lost and nothing left that no state knows', async () => {
    const folder = temporaryFolder();
    const killed = new KilledApply(folder, proxy);
    const offers: string[] = [];
    const app = small(folder);
    const whole = await killed.during(() => deploy(app));
    for (let tenth = 1; tenth <= 10; tenth += 1) {
      await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });
      await moto.createBucket('state');
      const last = Math.ceil((whole * tenth) / 10);
      await killed.during(
        () => deploy(app),
        (count) => count === last,
      );
      await releaseLock(app);
      expect(await recoverCommand(await openSession(app.directory, undefined, QUIET))).toBe(0);

      for (let next = await deploy(app); next.offers.length > 0; next = await deploy(app)) {
        for (const offer of next.offers) await take(app, offer, tenth % 2 === 0);
        offers.push(...next.offers.map(({ address }) => address));
      }

      expect(await deploy(app)).toMatchObject({ outcome: 'no changes', printed: ['people', '  no changes'] });
      expect(await people.names()).toEqual(EACH_ONCE);
    }
    expect(whole).toBeGreaterThan(10);
    expect(offers.filter((address) => !Object.keys(MADE_BY).includes(address))).toEqual([]);
  });

  it.each([
    ['all that was made at the same time', Object.keys(MADE_BY).filter((address) => address !== CLIENT)],
    ['what was made in a pool', [CLIENT]],
  ])('offers %s for import or removal when it was killed as AWS made it', async (_, addresses) => {
    await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });
    await moto.createBucket('state');
    const folder = temporaryFolder();
    const app = small(folder);
    const open = new Set(addresses);
    await new KilledApply(folder, proxy).during(
      () => deploy(app),
      (_count, asked) => {
        const made = [...open].find((address) => MADE_BY[address]!.test(asked));
        if (made === undefined) return false;
        open.delete(made);
        return open.size === 0 || 'held';
      },
    );
    await releaseLock(app);
    const before = await people.names();

    const { offers, outcome } = await deploy(app);

    expect(outcome).toBe('failed');
    // What was being made beside it is offered too.
    const remove = expect.stringMatching(/^aws \S+ delete-/);
    expect(offers).toEqual(
      expect.arrayContaining(addresses.map((address) => ({ address, id: expect.any(String), remove }))),
    );
    expect(await people.names()).toEqual(before);
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

  async function deploy({ directory }: TestApp) {
    const printed: string[] = [];
    const said: string[] = [];
    const print = (line: string) => void printed.push(line);
    const session = await openSession(directory, undefined, { print, printError: (text) => void said.push(text) });
    const [result] = await deployCommand(session);
    const offers = [...said.join('\n').matchAll(/^ +(\S+): .*\n.* --id='(\S+)'\n.*remove it: (.*) --region/gm)];
    return {
      outcome: result?.outcome,
      printed,
      offers: offers.map(([, address = '', id = '', remove = '']) => ({ address, id, remove })),
    };
  }

  /** One way or the other. */
  async function take({ directory }: TestApp, { address, id, remove }: Offer, imported: boolean): Promise<void> {
    if (imported) await importCommand(await openSession(directory, 'people', QUIET), address, id);
    else await people.remove(remove);
  }

  /** Where it was locked: the last request may have been before. */
  async function releaseLock({ directory }: TestApp): Promise<void> {
    const lock = await moto.object('people.tfstate.tflock');
    if (!lock.ok) return;
    const { ID } = JSON.parse(await lock.text()) as { ID: string };
    await unlockCommand(await openSession(directory, 'people', QUIET), ID);
  }

  /** A pool with a client, an identity pool, an API of either kind and a function. */
  function small(folder: string): TestApp {
    const app = new TestApp(mkdtempSync(join(folder, 'app-')));
    const archive = join(folder, 'function.zip');
    writeFileSync(archive, zipSync({ 'index.js': strToU8('exports.handler = async () => ({});') }));
    const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
    const aws = emulatedAws({ ...moto, endpoint: proxy.endpoint });
    const [provider] = aws.provider.aws;
    const resource = {
      aws_cognito_user_pool: { people: { name: 'people' } },
      aws_cognito_user_pool_client: { app: { name: 'app', user_pool_id: '${aws_cognito_user_pool.people.id}' } },
      aws_cognito_identity_pool: { guests: { identity_pool_name: 'people' } },
      aws_api_gateway_rest_api: { api: { name: 'people' } },
      aws_apigatewayv2_api: { web: { name: 'people', protocol_type: 'HTTP' } },
      aws_iam_role: {
        function: { name: 'people', assume_role_policy: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }) },
      },
      aws_lambda_function: {
        function: {
          ...{ function_name: 'people', filename: archive, handler: 'index.handler', runtime: 'nodejs20.x' },
          role: '${aws_iam_role.function.arn}',
        },
      },
    };
    const tagged = { ...provider, default_tags: [{ tags: { environment: 'people' } }] };
    app.write('people', { ...aws, provider: { aws: [tagged] }, resource }, { endpoint: moto.endpoint });
    return app;
  }
});

interface Offer {
  readonly address: string;
  readonly id: string;
  readonly remove: string;
}

const QUIET = { print: () => undefined, printError: () => undefined };
