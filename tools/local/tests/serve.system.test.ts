import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform, Terraform } from '@gatehouse/terraform';
import { until } from '@gatehouse/testing/until';
import { execa, type ResultPromise } from 'execa';
import { type Emulator, findEmulator, startEmulator } from '../src/emulator';
import { Aws } from './gaps';
import { FUNCTION, PlainStack } from './plain-stack';

const secret = 'of-this-test';
const person = { username: 'ada', password: 'Correct-horse-battery-9' };
const code = `exports.handler = async (event) => {
  if (event.triggerSource) console.log(event.triggerSource + ' of ' + event.userName);
  if (event.triggerSource) return event;
  const { authorizer } = event.requestContext;
  const { claims } = authorizer.jwt ?? authorizer;
  return { statusCode: 200, body: JSON.stringify({ who: claims['cognito:username'], aws: process.env.AWS_ENDPOINT_URL }) };
};`;

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
  it('serves API, sign-in pages, triggers and playground of a .tfstate file, until SIGTERM', async () => {
    const file = join(stack.directory, 'terraform.tfstate');
    const accessLog = join(stack.directory, 'access.log');
    const serving = new Serving([file, '--functions', stack.directory, '--access-log', accessLog], { secret });
    await serving.printed('Ctrl-C stops it.');

    await expectServed(serving.apiUrl);
    const events = serving.found(/^API events: (\S+)$/m);
    await expectServed(events);
    expect((await fetch(`${events}/nowhere`)).status).toBe(404);
    // A line may come after the answer that it tells of.
    await serving.printed(
      /^events: GET \/nowhere {2}nobody {2}404 {2}\d+ ms {2}no route of aws_apigatewayv2_api.events matches$/m,
    );
    await serving.printed(
      /^reports: GET \/v1\/me {2}nobody {2}401 {2}\d+ ms {2}no token in the header Authorization\. /m,
    );
    await serving.printed(/^reports: GET \/v1\/me {2}ada \(ID token\) {2}200 {2}\d+ ms$/m);
    await until(() => readFileSync(accessLog, 'utf8') === 'GET /me 401\nGET /me 200\n');
    const pages = serving.found(/^User pool people \(.*\): sign-in pages on (\S+)$/m);
    expect((await fetch(`${pages}/${ids.pool}/.well-known/openid-configuration`)).status).toBe(200);
    expect((await fetch(serving.found(/^Playground: (\S+)$/m))).status).toBe(200);
    const aws = new Aws(emulator.url);
    await aws.publicIdp('SignUp', { ClientId: ids.client, Username: 'grace', Password: person.password });
    await aws.idp('AdminConfirmSignUp', { UserPoolId: ids.pool, Username: 'grace' });
    await serving.printed('PostConfirmation_ConfirmSignUp of grace');
    expect(await serving.stop()).toBe(0);
    await expect(fetch(serving.apiUrl)).rejects.toThrow('fetch failed');
  });

  it('serves a state again when its file changes and at SIGHUP; what cannot be served changes nothing', async () => {
    const file = join(stack.directory, 'shown.json');
    const write = (stage: string, more = (text: string) => text) =>
      writeFileSync(file, more(state.replaceAll('"stage_name":"v1"', `"stage_name":"${stage}"`)));
    write('v1');
    const serving = new Serving([file, '--functions', stack.directory], {});
    await serving.printed('Ctrl-C stops it.');
    const { origin } = new URL(serving.apiUrl);
    const statuses = async () =>
      Promise.all(['v1', 'v2', 'v3'].map(async (stage) => (await fetch(`${origin}/${stage}/me`)).status));
    expect(await statuses()).toEqual([401, 403, 403]);

    write('v2');
    await serving.printed(`${file} changed: served again (APIs: reports, events; user pools: people)`);
    expect(await statuses()).toEqual([403, 401, 403]);

    write('v3', (text) => text.slice(0, -1));
    await serving.printed(`${file} changed, but what was served before goes on.`);
    await serving.printed(/shown\.json: expected .*, found /);
    expect(await statuses()).toEqual([403, 401, 403]);

    write('v3');
    serving.signal('SIGHUP');
    await serving.printed('SIGHUP: served again');
    expect(await statuses()).toEqual([403, 403, 401]);
  });

  it('serves the API alone from standard input, when it may not ask the emulator for pages', async () => {
    const serving = new Serving(['-', '--functions', stack.directory], { input: state });
    await serving.printed('Ctrl-C stops it.');

    expect(serving.output).toContain(
      'No sign-in pages, triggers, roles and playground: GATEHOUSE_EMULATOR_SECRET is not set (docs/serve.md)',
    );
    await expectServed(serving.apiUrl);
  });

  it.each([
    [
      'a user pool that is not in the emulator',
      () => ({ input: state.replaceAll(ids.pool!, 'eu-west-1_Elsewhere') }),
      /^aws_cognito_user_pool\.people: expected user pool eu-west-1_Elsewhere in the emulator on http:.*, found none/m,
    ],
    [
      'an API that AWS would refuse',
      () => ({ input: state.replaceAll('"method.request.header.Authorization"', '"nowhere"') }),
      /^aws_api_gateway_authorizer\.people: identity_source is "nowhere"; a Cognito authorizer reads one header/m,
    ],
    [
      'a plan',
      () => ({ input: JSON.stringify({ format_version: '1.2', planned_values: {} }) }),
      /^state of standard input: expected the JSON of a state, found the JSON of a plan\. Give an applied state/m,
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
    expect(serving.output).not.toContain('This is a bug');
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

  async printed(text: string | RegExp): Promise<void> {
    const found = () => (typeof text === 'string' ? this.output.includes(text) : text.test(this.output));
    await until(() => found() || this.child.exitCode !== null);
    if (!found()) throw new Error(`gatehouse serve ended early:\n${this.output}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<number | undefined> {
    this.signal('SIGTERM');
    return this.exitCode();
  }

  async exitCode(): Promise<number | undefined> {
    return (await this.child).exitCode;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
