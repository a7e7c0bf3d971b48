import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform, Terraform } from '@gatehouse/terraform';
import { until } from '@gatehouse/testing/until';
import { execa, type ResultPromise } from 'execa';
import { type Emulator, findEmulator, startEmulator } from '../src/emulator';
import { Aws } from './gaps';
import { FUNCTION, PlainStack } from './plain-stack';

const secret = 'of-this-test';
const person = { username: 'ada', password: 'Correct-horse-battery-9' };
const code = `exports.handler = async ({ requestContext: { authorizer } }) => ({
  statusCode: 200,
  body: JSON.stringify({ who: authorizer.claims['cognito:username'], aws: process.env.AWS_ENDPOINT_URL }),
});`;

let emulator: Emulator;
let stack: PlainStack;
let state: string;
let ids: Record<string, string>;
const started: Serving[] = [];

beforeAll(async () => {
  emulator = await startedByHand();
  stack = new PlainStack('serve', [join(__dirname, 'serve'), FUNCTION], emulator.url);
  stack.archive('code', code);
  stack.configure();
  const terraform = new Terraform({ binary: await findTerraform(), stack });
  await terraform.init();
  await terraform.plan();
  await terraform.apply();
  const applied = await terraform.showState();
  state = JSON.stringify(applied);
  ids = applied.values!.outputs!['ids']!.value as Record<string, string>;
  const aws = new Aws(emulator.url);
  const user = { UserPoolId: ids.pool, Username: person.username };
  await aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
  await aws.idp('AdminSetUserPassword', { ...user, Password: person.password, Permanent: true });
});

afterAll(async () => {
  await Promise.all(started.map((each) => each.stop()));
  await emulator.stop();
  rmSync(stack.root, { recursive: true });
});

describe('gatehouse serve', () => {
  it('serves API and sign-in pages of a .tfstate file, until SIGTERM', async () => {
    const file = join(stack.directory, 'terraform.tfstate');
    expect(existsSync(file)).toBe(true);
    const serving = new Serving([file, '--functions', stack.directory], { secret });
    await serving.printed('Ctrl-C stops it.');

    await expectServed(serving.apiUrl);
    const pages = serving.found(/^User pool people \(.*\): sign-in pages on (\S+)$/m);
    expect((await fetch(`${pages}/${ids.pool}/.well-known/openid-configuration`)).status).toBe(200);
    expect(await serving.stop()).toBe(0);
    await expect(fetch(serving.apiUrl)).rejects.toThrow('fetch failed');
  });

  it('serves the API alone from standard input, when it may not ask the emulator for pages', async () => {
    const serving = new Serving(['-', '--functions', stack.directory], { input: state });
    await serving.printed('Ctrl-C stops it.');

    expect(serving.output).toContain('No sign-in pages: GATEHOUSE_EMULATOR_SECRET is not set (docs/serve.md)');
    await expectServed(serving.apiUrl);
  });

  it.each([
    [
      'a user pool that is not in the emulator',
      () => ({ input: state.replaceAll(ids.pool!, 'eu-west-1_Elsewhere') }),
      /^aws_cognito_user_pool\.people: expected user pool eu-west-1_Elsewhere in the emulator on http:.*, found none/m,
    ],
    [
      'another secret',
      () => ({ input: state, secret: 'another' }),
      /^GATEHOUSE_EMULATOR_SECRET: expected the secret that the emulator on http:\S+ was started with, found another\.$/m,
    ],
  ])('refuses %s', async (_, settings, message) => {
    const serving = new Serving(['-', '--functions', stack.directory], settings());
    expect(await serving.exitCode()).toBe(1);
    expect(serving.output).toMatch(message);
    expect(serving.output).not.toContain('    at ');
  });
});

async function expectServed(url: string): Promise<void> {
  expect((await fetch(`${url}/me`)).status).toBe(401);
  const { AuthenticationResult } = await new Aws(emulator.url).publicIdp('InitiateAuth', {
    ClientId: ids.client,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: person.username, PASSWORD: person.password },
  });
  const answer = await fetch(`${url}/me`, { headers: { authorization: AuthenticationResult.IdToken as string } });
  expect([answer.status, await answer.json()]).toEqual([200, { who: person.username, aws: emulator.url }]);
}

/** As docs/serve.md starts it: with a secret of the user, and nobody who evaluates roles. */
async function startedByHand(): Promise<Emulator> {
  const { command, ...found } = await findEmulator();
  const args: typeof command.args = (...given) => [
    '--unset=GATEHOUSE_EMULATOR_BRIDGE',
    `GATEHOUSE_EMULATOR_SECRET=${secret}`,
    command.file,
    ...command.args(...given),
  ];
  return startEmulator({ emulator: { ...found, command: { file: 'env', args } } });
}

/** `gatehouse serve` as a process. */
class Serving {
  output = '';
  private readonly child: ResultPromise;

  constructor(args: readonly string[], settings: { readonly input?: string; readonly secret?: string }) {
    const cli = join(__dirname, '../../gatehouse/bin/gatehouse.cjs');
    this.child = execa('node', [cli, 'serve', ...args, '--endpoint', emulator.url], {
      env: { NO_COLOR: '1', GATEHOUSE_EMULATOR_SECRET: settings.secret ?? '' },
      input: settings.input ?? '',
      all: true,
      reject: false,
    });
    this.child.all?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    started.push(this);
  }

  get apiUrl(): string {
    return this.found(/^API reports: (\S+)$/m);
  }

  found(pattern: RegExp): string {
    return pattern.exec(this.output)?.[1] ?? fail(`${pattern} is not in:\n${this.output}`);
  }

  async printed(text: string): Promise<void> {
    await until(() => this.output.includes(text) || this.child.exitCode !== null);
    if (!this.output.includes(text)) throw new Error(`gatehouse serve ended early:\n${this.output}`);
  }

  async stop(): Promise<number | undefined> {
    this.child.kill('SIGTERM');
    return this.exitCode();
  }

  async exitCode(): Promise<number | undefined> {
    return (await this.child).exitCode;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
