import { basename } from 'node:path';
import { remoteState, TestApp } from '../../testing/app';
import { startCli } from '../../testing/cli';
import { motoWithStates } from '../../testing/moto';
import { currentReview } from '../reviewed/current-review';
import { readStacks } from '../stacks';

/** Clients by name; with another generation a client is made anew, so with another id. */
type Clients = Readonly<Record<string, number>>;

describe('the order of a deploy, with real Terraform', () => {
  const moto = motoWithStates();
  let app: TestApp;
  beforeEach(() => {
    app = new TestApp();
  });

  const key = (name: string): string => `${basename(app.directory)}/${name}`;

  /** `people` has clients and publishes their ids; `shop` uses some of them. */
  function write(clients: Clients, used: readonly string[]): void {
    const people = {
      resource: {
        terraform_data: Object.fromEntries(
          Object.entries(clients).map(([name, generation]) => [name, { triggers_replace: generation }]),
        ),
      },
      output: Object.fromEntries(
        Object.keys(clients).map((name) => [`${name}_id`, { value: `\${terraform_data.${name}.id}` }]),
      ),
    };
    const ids = used.map((name) => `\${data.terraform_remote_state.upstream.outputs.${name}_id}`);
    const shop = {
      ...(used.length > 0 && { data: remoteState(moto.endpoint, key('people')) }),
      resource: { terraform_data: { authorizer: { input: ids } } },
    };
    const dependencies = used.length > 0 ? ['people'] : [];
    app.write('people', people, { endpoint: moto.endpoint, key: key('people') });
    app.write('shop', shop, { endpoint: moto.endpoint, key: key('shop'), dependencies });
  }

  const cli = async (command: string, ...args: string[]) => startCli([command, app.directory, ...args]);
  /** Names of stacks with what was done to each. */
  const done = (stdout: unknown): string[] =>
    String(stdout)
      .split('\n')
      .filter((line) => /^\w+$|added|no changes/.test(line))
      .map((line) => line.trim());

  const USED =
    'shop is applied before people: people deletes terraform_data.partner (output "partner_id"), which shop uses in terraform_data.authorizer until it is applied';

  it('is upstream first when something is only added', async () => {
    write({ app: 1 }, ['app']);
    await cli('deploy');
    write({ app: 1, partner: 1 }, ['app', 'partner']);

    const deployed = await cli('deploy');

    expect(deployed.exitCode).toBe(0);
    expect(done(deployed.stdout)).toEqual([
      'people',
      '1 added, 0 changed, 0 destroyed',
      'shop',
      '0 added, 1 changed, 0 destroyed',
    ]);
    expect((await cli('plan')).exitCode).toBe(0);
  });

  it('is readers first when something is only removed, and plan says so', async () => {
    write({ app: 1, partner: 1 }, ['app', 'partner']);
    await cli('deploy');
    write({ app: 1 }, ['app']);

    const planned = await cli('plan');
    const deployed = await cli('deploy');

    expect(String(planned.stdout).split('\n').at(-1)).toBe(USED);
    expect(deployed.exitCode).toBe(0);
    expect(String(deployed.stdout).split('\n')[0]).toBe(USED);
    expect(done(deployed.stdout)).toEqual([
      'shop',
      '0 added, 1 changed, 0 destroyed',
      'people',
      '0 added, 0 changed, 1 destroyed',
    ]);
    expect((await cli('plan')).exitCode).toBe(0);
  });

  it('is readers first when the reader lets go of all, as reviewed', async () => {
    write({ app: 1, partner: 1 }, ['partner']);
    await cli('deploy');
    write({ app: 1 }, []);
    await cli('plan');
    const session = { all: readStacks(app.directory), directory: app.directory };
    const { digest = '' } = currentReview(session, { results: [], fromCode: new Set() });

    const deployed = await cli('deploy', '--reviewed', digest);

    expect(deployed.exitCode).toBe(0);
    expect(done(deployed.stdout).slice(-4)).toEqual([
      'shop',
      '0 added, 1 changed, 0 destroyed',
      'people',
      '0 added, 0 changed, 1 destroyed',
    ]);
  });

  it('does not exist when both are needed: nothing is applied, and the two halves are', async () => {
    write({ app: 1, partner: 1 }, ['app', 'partner']);
    await cli('deploy');
    const both = (): void => write({ app: 1, vendor: 1 }, ['app', 'vendor']);
    both();

    const planned = await cli('plan');
    const refused = await cli('deploy');
    write({ app: 1, partner: 1, vendor: 1 }, ['app', 'vendor']);
    const first = await cli('deploy');
    both();
    const second = await cli('deploy');

    const conflict = `No order of people and shop is safe:
  shop first: people deletes terraform_data.partner (output "partner_id"), which shop uses in terraform_data.authorizer until it is applied
  people first: shop needs its output "vendor_id", which is new or changes
Split the change in two. First keep terraform_data.partner and add what is new; deploy. Then remove terraform_data.partner; deploy.`;
    expect(planned.stdout).toContain(conflict);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining(conflict) as string });
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(done(second.stdout)).toEqual(['people', '0 added, 0 changed, 1 destroyed', 'shop', 'no changes']);
  });

  it('does not exist when what a reader uses is replaced', async () => {
    write({ app: 1 }, ['app']);
    await cli('deploy');
    write({ app: 2 }, ['app']);

    const refused = await cli('deploy');
    const upstream = await cli('deploy', '--stack=people');
    const reader = await cli('deploy', '--stack=shop');

    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(
      /people replaces terraform_data.app .* with an id of its own next to what it replaces/s,
    );
    expect([upstream.exitCode, reader.exitCode]).toEqual([0, 0]);
  });
});

describe('a deploy that fails, with real Terraform', () => {
  const moto = motoWithStates();

  it('says of every stack that is not started whether it depends on what failed', async () => {
    const app = new TestApp();
    const place = (name: string, dependencies: string[] = []) => ({
      endpoint: moto.endpoint,
      key: `${basename(app.directory)}/${name}`,
      dependencies,
    });
    const fails = { provisioner: [{ 'local-exec': { command: 'exit 7' } }] };
    app.write('network', { resource: { terraform_data: { fails } } }, place('network'));
    app.write('orders', {}, place('orders', ['network']));
    app.write('audit', {}, place('audit'));
    app.write('web', {}, place('web', ['orders', 'audit']));

    const { exitCode, stdout } = await startCli(['deploy', app.directory]);

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^network\n[^]*\norders\n {2}not started, since network failed; depends on network\n/);
    expect(stdout).toMatch(/\naudit\n {2}not started, since network failed; does not depend on network\n/);
    expect(stdout).toMatch(/\nweb\n {2}not started, since network failed; depends on orders, audit$/);
  });
});
