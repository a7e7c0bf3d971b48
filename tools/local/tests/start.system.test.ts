import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from '@gatehouse/testing/until';
import { execa } from 'execa';
import getPort from 'get-port';
import { type Outputs } from '../src/up/outputs';
import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { onePool, TV } from '../testing/one-pool';
import { NpmStart } from '../testing/npm-start';
import { curlLines, paste } from '../testing/pasted-lines';
import { CTRL_C, CTRL_Z, GIVEN_BACK, ShellInTerminal } from '../testing/shell-in-terminal';
import { FixtureWorkspace } from '../testing/fixture-workspace';

const copy = new FixtureWorkspace();
const started: NpmStart[] = [];
const terminals: ShellInTerminal[] = [];

const npmStart = (...args: string[]): NpmStart => {
  const run = new NpmStart(copy, args);
  started.push(run);
  return run;
};

/** Of the emulator: on another one the stacks have other JSON. Other tests take the usual one. */
let samePort: string[];

beforeAll(async () => (samePort = ['--emulator-port', String(await getPort())]));

afterAll(async () => {
  await Promise.all(started.map((run) => run.stop('SIGTERM')));
  for (const terminal of terminals) terminal.close();
  copy.remove();
});

describe('npm start', () => {
  it('serves in a terminal until Ctrl-C, every printed line works as pasted, and nothing is left behind', async () => {
    const terminal = new ShellInTerminal(`npm start -- ${samePort.join(' ')}`, copy.root);
    terminals.push(terminal);
    await terminal.shown('h shows this again. Ctrl-C stops everything.');
    const run = { output: terminal.output };
    const facts = outputs();
    expect(Object.keys(facts.apis)).toEqual(['desk', 'shop']);
    expect(Object.keys(facts.userPools)).toEqual(['customers', 'staff']);

    const answers = await paste(curlLines(run.output));

    // desk: ID token, machine client, no token, preflight. shop: no token, preflight; its people have no password client.
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 204, 401, 204]);
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({
      claims: { email: 'ada@example.com', name: 'Ada', 'cognito:groups': 'admins' },
    });
    expect(answers[2]?.body).toBe('{"message":"Unauthorized"}');

    const playground = new URL(facts.playground ?? '');
    expect(run.output).toContain(playground.href);
    expect(run.output).not.toContain('could not be built');
    expect(statSync(copy.path('apps/local/outputs.json')).mode & 0o077).toBe(0);
    const headers = { 'x-gatehouse-key': playground.hash.slice(1) };
    const data = await (await fetch(new URL('/api/data', playground), { headers })).json();
    expect(data).toMatchObject({ environment: { name: 'local' }, apis: [{ name: 'desk' }, { name: 'shop' }] });

    await enrol(facts, 'grace@example.com');
    await expectRequestsAndKeys(terminal, copy);

    terminal.type(CTRL_C);
    await terminal.shown('Stopping.');
    expect(await terminal.settings()).toEqual(GIVEN_BACK);
    await expect(fetch(playground)).rejects.toThrow('fetch failed');
    await expect(fetch(facts.cognitoEndpoint)).rejects.toThrow('fetch failed');
    await expect(fetch(facts.apis['shop']?.url ?? '')).rejects.toThrow('fetch failed');
  });

  it('restores at a second start what the first one left, its users included, and a plan is empty', async () => {
    const before = outputs();
    const run = npmStart(...samePort);
    await run.printed('Ctrl-C stops everything.');

    expect(run.output).toMatch(/local-people, local-desk, local-shop: restored with all data and users/);
    expect(run.output).not.toContain('Deploy local-');
    expect(outputs().demoUsers).toEqual(before.demoUsers);
    expect(await signIn(before, 'grace@example.com')).toBe(200);
    const answers = await paste(curlLines(run.output));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 204, 401, 204]);
    expect(await plannedChanges()).toEqual(['desk', 'people', 'shop'].map((name) => [`local-${name}`, false]));

    // Nothing is saved then: what the first start left is still there.
    await enrol(before, 'late@example.com');
    // Code of a service is run as it was built last.
    copy.replace('apps/echo/src/index.ts', 'JSON.stringify({ claims', 'JSON.stringify({ edited: true, claims');
    await run.stop('SIGKILL');
    await until(() =>
      fetch(before.cognitoEndpoint)
        .then(() => false)
        .catch(() => true),
    );
    const third = npmStart(...samePort);
    await third.printed('Ctrl-C stops everything.');
    expect(third.output).toContain('restored with all data and users');
    expect(await signIn(before, 'grace@example.com')).toBe(200);
    expect(await signIn(before, 'late@example.com')).toBe(400);
    expect((await paste(curlLines(third.output)))[0]?.body).toContain('"edited":true');
    await third.stopNpm('SIGINT');
    expect(third.output).toContain('Stopping.');
    await expect(fetch(outputs().cognitoEndpoint)).rejects.toThrow('fetch failed');
  });

  it('takes a free port when its own is in use, and ends when the emulator dies under Terraform', async () => {
    // Another test may have it already, which is as good.
    const inUse = createServer()
      .on('error', () => undefined)
      .listen(4599, '127.0.0.1');
    const run = npmStart('--fresh');
    await run.printed('Deploy local-people');
    expect(run.output).toContain('Snapshot of the last start not used: --fresh was given. Every stack is applied');
    const [, port] = /AWS emulator on http:\/\/127\.0\.0\.1:(\d+)/.exec(run.output) ?? [];
    expect(port).not.toBe('4599');

    await killEmulatorOn(port as string);

    expect(await run.exitCode()).toBe(1);
    expect(run.output).toContain('The emulator was ended by SIGKILL.');
    inUse.close();
  });
});

describe('npm start -- --check', () => {
  it('tries every route of every API as everyone, a new one too, and exits 0', async () => {
    const route = "api.addRoute('DELETE /orders/{id}', { auth: write, integration });\n  api.addRoute('GET /me',";
    copy.replace('apps/local/routes.ts', "api.addRoute('GET /me',", route);
    const run = npmStart('--check', ...samePort);

    expect(await run.exitCode()).toBe(0);

    expect(run.output).toContain('not used: the JSON of local-desk has changed. Every stack is applied');
    expect(run.output).toMatch(/(\d+) of \1 checks passed/);
    expect(run.output).not.toContain('FAIL');
    for (const tried of [
      'ok    desk: DELETE /orders/{id} with client batch, scope orders/write +200',
      'ok    desk: DELETE /orders/{id} with client batch, scope orders/read +401',
      'ok    desk: GET /me with the ID token of staff +200',
      'ok    desk: GET /me with the ID token of customers +401',
      'ok    shop: GET /basket/{id} with the ID token of customers +200',
      'ok    desk: POST /orders with client batch, scope orders/write and a bad body +400',
      'not tried  sign in to customers with a password: no client of the pool takes a password',
    ]) {
      expect(run.output).toMatch(new RegExp(tried.replaceAll(/[/{}]/g, '\\$&')));
    }
  });

  it('is stopped by a signal to npm alone, and says what is not there, where an environment has neither API nor client', async () => {
    copy.write('apps/local/main.ts', onePool());
    const served = npmStart('--json');
    await served.printed('"event":"served"');
    const reload = '"changed":{"stacks":["local-people: 1 added, 0 changed, 0 removed"],"access":[]}';
    copy.write('apps/local/main.ts', onePool(TV));
    await served.printed(`{"event":"served",${reload},"outputs":{`);
    expect(Object.keys(outputs().userPools['users']?.clients ?? {})).toEqual(['tv']);
    await served.stopNpm('SIGTERM');
    expect(served.output).toContain('Stopping.');
    copy.write('apps/local/main.ts', onePool());

    const run = npmStart('--check');

    expect(await run.exitCode()).toBe(0);

    expect(run.output).toContain('not tried  people of users: the pool has no client that people sign in with');
    expect(run.output).toContain('not tried  routes: no API is deployed');
    expect(run.output).toContain('0 of 0 checks passed');
  });
});

const outputs = () => JSON.parse(readFileSync(copy.path('apps/local/outputs.json'), 'utf8')) as Outputs;

/** By stack, whether a plan of it by real Terraform has changes. */
async function plannedChanges(): Promise<(readonly [string, boolean])[]> {
  const binary = await findTerraform();
  const planned = readStacks(copy.path('apps/local')).map(async (stack) => {
    const terraform = new Terraform({ binary, stack });
    await terraform.init();
    return [stack.name, (await terraform.plan()).changes] as const;
  });
  return (await Promise.all(planned)).sort();
}

const PASSWORD = 'correct-horse-2B';

const ask = (facts: Outputs, operation: string, body: object) =>
  fetch(facts.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });

/** Someone signs up by herself, with the password of this file. */
async function enrol(facts: Outputs, Username: string): Promise<void> {
  const ClientId = facts.userPools['staff']!.clients['desk']!.id;
  const UserAttributes = [{ Name: 'email', Value: Username }];
  await ask(facts, 'SignUp', { ClientId, Username, Password: PASSWORD, UserAttributes });
  const { codes } = (await (
    await fetch(`${facts.cognitoEndpoint}/moto-api/gatehouse/codes?username=${Username}`)
  ).json()) as {
    codes: { code: string }[];
  };
  const confirmed = await ask(facts, 'ConfirmSignUp', { ClientId, Username, ConfirmationCode: codes[0]?.code });
  expect(confirmed.status).toBe(200);
}

/** @returns the status */
async function signIn(facts: Outputs, USERNAME: string): Promise<number> {
  const ClientId = facts.userPools['staff']!.clients['desk']!.id;
  const AuthParameters = { USERNAME, PASSWORD };
  return (await ask(facts, 'InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })).status;
}

/** One line a request, the access log in a file, and keys, also after the shell stopped and continued it. */
async function expectRequestsAndKeys(terminal: ShellInTerminal, { root }: FixtureWorkspace): Promise<void> {
  // A line may come after the answer that it tells of.
  for (const line of [
    /^desk: GET \/test\/me {2}ada@example\.com \(ID token\) {2}200 {2}\d+ ms$/m,
    /^desk: GET \/test\/me {2}nobody {2}401 {2}\d+ ms {2}no token in the header Authorization\. /m,
  ])
    await until(() => line.test(terminal.output));
  expect(terminal.output).not.toContain('"requestId"');
  await until(() => /"status": ?"401"/.test(readFileSync(join(root, 'apps/local/access.log'), 'utf8')));

  terminal.type('h');
  expect(curlLines(await terminal.shown('Ctrl-C stops everything.')).length).toBeGreaterThan(5);
  terminal.type(CTRL_Z);
  await terminal.shown('Stopped');
  expect(await terminal.settings()).toEqual(GIVEN_BACK);
  terminal.type('fg\r');
  await terminal.shown('npm start');
  terminal.type('h');
  await terminal.shown('Ctrl-C stops everything.');
}

async function killEmulatorOn(port: string): Promise<void> {
  const { stdout } = await execa('pgrep', ['-f', `moto.*-p ${port}`]);
  for (const pid of stdout.split('\n').map(Number)) process.kill(pid, 'SIGKILL');
}
