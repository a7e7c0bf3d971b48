import { readFileSync } from 'node:fs';
import { findTerraform, readStacks, type Stack, Terraform } from '@gatehouse/terraform';
import { execa } from 'execa';
import { type Emulator, startEmulator } from '../src/emulator';
import { type FrontDoor, startFrontDoor } from '../src/front-door';
import { s3Client } from '../src/up/aws-clients';
import { createStateBucket } from '../src/up/state-bucket';
import { FixtureWorkspace } from '../testing/fixture-workspace';
import { backupBehaviours } from './backup/backup-behaviours';
import { answersDuring, askForToken, type Credentials, storedCredentials } from './rotate-secret/callers';

const region = 'eu-west-1';
const main = `import { UserPool } from '@gatehouse/cognito';
import { environment, EnvironmentStack } from '@gatehouse/platform';

export default environment('local', {}, (app, env) => {
  const people = new EnvironmentStack(app, 'people', env);
  const users = new UserPool(people, 'users', { name: 'users', deletionProtection: false });
  const orders = users.addResourceServer('orders', { identifier: 'orders', scopes: { read: 'Read orders' } });
  const machine = users.addMachineClient('machine', {
    scopes: [orders.scope('read')],
    settings: people.clientSettings('machine'),
  });
  users.addClient('app', { authFlows: { userSrp: true }, refreshTokenRotation: { gracePeriodSeconds: 30 } });
  machine.secretInSecretsManager({ name: 'machine', recoveryDays: 0 });
  users.addGroup('editors', { groupName: 'editors' });
  const trusted = ['arn:aws:iam::123456789012:user/administrator'];
  const { keyArn } = users.addUserExport('export', { name: 'save-people', trusted });
  users.addUserImport('import', { name: 'restore-people', trusted, keyArns: [keyArn] });
  people.addOutput('pool_id', users.userPoolId);
  people.addOutput('machine_client_id', machine.clientId);
  people.addOutput('machine_client_secret', machine.clientSecret, { sensitive: true });
});
`;

let emulator: Emulator;
let front: FrontDoor;
let poolId: string;
let terraform: Terraform;
const copy = new FixtureWorkspace();

beforeAll(async () => {
  emulator = await startEmulator();
  await createStateBucket(s3Client(emulator.url, region), { bucket: 'fixture-state', region });
  copy.write('apps/local/main.ts', main);
  const file = JSON.parse(readFileSync(copy.path('environments/local.json'), 'utf8')) as object;
  copy.write('environments/local.json', JSON.stringify({ ...file, clients: { machine: {} } }, null, 2));
  const binary = await findTerraform();
  terraform = new Terraform({ binary, stack: await synth() });
  await terraform.init();
  await terraform.applyUnread();
  poolId = String((await terraform.output()).pool_id?.value);
  front = await startFrontDoor({ emulator, pools: [poolId], onRefusal: () => undefined });
});

afterAll(async () => {
  await front?.close();
  await emulator?.stop();
  copy.remove();
});

async function synth(): Promise<Stack> {
  const options = { cwd: copy.root, env: { GATEHOUSE_AWS_ENDPOINT: emulator.url, CDKTF_OUTDIR: '' } };
  await execa('node', ['-r', './register-ts.cjs', 'apps/main.ts', 'local'], options);
  return readStacks(copy.path('apps/local'))[0]!;
}

/** What a reviewed commit and its deploy do. */
async function deploy(): Promise<void> {
  await synth();
  await terraform.applyUnread();
}

const rotate = (...more: string[]) =>
  execa('node', ['tools/gatehouse/bin/gatehouse.cjs', 'rotate-secret', 'local', 'machine', '--no-synth', ...more], {
    cwd: copy.root,
    reject: false,
    env: { GATEHOUSE_AWS_ENDPOINT: emulator.url, TF_CLI_CONFIG_FILE: undefined },
  });

const written = () =>
  (
    JSON.parse(readFileSync(copy.path('environments/local.json'), 'utf8')) as {
      clients: { machine: { secret?: object } };
    }
  ).clients.machine.secret;

const stored = () => storedCredentials(emulator, 'machine');
const withStored = async () => askForToken(front, poolId, await stored());

/** Plans nothing right after a deploy. */
const expectNoDrift = async () => expect((await terraform.plan()).changes).toBe(false);

describe('the rotation of a secret', () => {
  let first: Credentials;
  const withCopy = () => askForToken(front, poolId, first);

  it('makes the next one, which nobody gets yet', async () => {
    first = await stored();
    const { exitCode, stdout } = await rotate();
    expect([exitCode, written()]).toEqual([0, { generation: 1, next: true }]);
    expect(stdout).toContain('Step 1 of 3, make. When it is deployed: machine_2 is made');

    expect(await answersDuring(withStored, deploy)).toEqual(['token']);

    await expectNoDrift();
    expect(await stored()).toEqual(first);
  });

  it('switches to it, and the old one works on', async () => {
    await rotate();
    expect(written()).toEqual({ generation: 2, previous: true });

    const early = await rotate('--remove');
    expect(early.exitCode).toBe(1);
    expect(early.stderr).toMatch(
      /is still in use in local:\n {2}local-people: aws_secretsmanager_secret_version\.machine/,
    );

    await synth();
    const undeployed = await rotate('--remove');
    expect(undeployed.stderr).toContain('what environments/local.json says now is not deployed to local');
    expect(undeployed.stderr).toMatch(
      /local-people: output machine_client_id\n[^]*Deploy it \("npx gatehouse deploy local"\)/,
    );
    expect(written()).toEqual({ generation: 2, previous: true });

    const both = async () => `${await withStored()}, ${await withCopy()}`;
    expect(await answersDuring(both, deploy)).toEqual(['token, token']);

    await expectNoDrift();
    const outputs = await terraform.output();
    const { client_id, client_secret } = await stored();
    expect(client_id).not.toBe(first.client_id);
    expect([outputs.machine_client_id?.value, outputs.machine_client_secret?.value]).toEqual([
      client_id,
      client_secret,
    ]);
  });

  it('removes the old one only when someone says that no caller has it', async () => {
    const refused = await rotate();
    expect([refused.exitCode, written()]).toEqual([1, { generation: 2, previous: true }]);
    expect(refused.stderr).toContain('When every caller has the new one, run this again with --remove.');

    const { exitCode } = await rotate('--remove');
    expect([exitCode, written()]).toEqual([0, { generation: 2 }]);

    await synth();
    const undeployed = await rotate('--remove');
    expect(undeployed.stderr).toContain('\n  local-people: delete aws_cognito_user_pool_client.machine\n');
    expect(written()).toEqual({ generation: 2 });

    expect(await answersDuring(withStored, deploy)).toEqual(['token']);

    await expectNoDrift();
    expect(await withCopy()).toBe('invalid_client');
  });
});

// On the same stack, so that nothing is applied for it alone.
describe('a back-up', () => backupBehaviours(() => ({ copy, emulator, poolId })));

describe('the rotation of refresh tokens', () => {
  const edit = (text: string, by: string) => copy.replace('apps/local/main.ts', text, by);

  it('does not end by leaving it out, which the error explains', async () => {
    edit(', refreshTokenRotation: { gracePeriodSeconds: 30 }', '');

    await expect(deploy()).rejects.toThrow(
      "Write refreshTokenRotation: 'off' for the client in place of leaving it out",
    );
  });

  it("ends with 'off', also after that", async () => {
    edit("'app', { authFlows: { userSrp: true }", "'app', { authFlows: { userSrp: true }, refreshTokenRotation: 'off'");
    await deploy();

    await expectNoDrift();
  });

  it('leaves nothing when all is destroyed', async () => {
    await terraform.destroy();
    expect(await withStored().catch((error: Error) => error.message)).not.toBe('token');
  });
});
