import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { EditedStart, HANDLER, MAIN, ROUTES } from '../testing/edited-start';
import { SteadyClient } from '../testing/steady-client';

const BASE = 'environments/base.json';
const GOES_ON = 'What ran before goes on';
const SERVED = '✔ Served: ';
const HEALTH = "api.addRoute('GET /health',";
const GROUP =
  "  new CloudwatchLogGroup(shopping, 'orders', { name: resourceName(env, 'orders'), retentionInDays: 1 });\n";

const live = new EditedStart();
beforeAll(() => live.start());
afterAll(() => live.remove());

describe('while npm start runs', () => {
  it('serves what a handler became, saved by a rename', async () => {
    expect(await live.version()).toBe('r0 h0');
    await live.after(() => live.saveHandler('h1'), 'Served again: ');
    expect(await live.version()).toBe('r0 h1');
  });

  it('applies the stacks whose JSON changed, and prints the lines of the access table that did', async () => {
    const added = `api.addRoute('GET /items', { auth: read, integration });\n  ${HEALTH}`;
    const undo = live.edit(ROUTES, HEALTH, added);
    const printed = await live.after(() => undefined, SERVED, 'GET /items');

    expect(printed).toMatch(/✔ Served: local-desk: \d+ added, \d+ changed, \d+ removed \[/);
    expect(printed).not.toMatch(/local-(people|shop)/);
    expect(printed).toMatch(/new {2}GET \/items {2}.*orders\/read/);
    expect((await fetch(`${live.url}/items`)).status).toBe(401);

    expect(await live.after(undo, SERVED, 'GET /items')).toMatch(/removed {2}GET \/items/);
    expect((await fetch(`${live.url}/items`)).status).toBe(403);
  });

  it('has new clients and users in what an application reads', async () => {
    const client = "new UserPoolClient(people, 'tv', { userPool: customers, authFlows: { userSrp: true } });";
    const web = "  new UserPoolClient(people, 'web',";
    await live.after(() => live.edit(MAIN, web, `  ${client}\n${web}`), SERVED);
    expect(Object.keys(live.outputs.userPools['customers']?.clients ?? {})).toEqual(['tv', 'web']);

    const users = JSON.parse(readFileSync(live.copy.path('apps/local/users.json'), 'utf8')) as { users: object[] };
    const bob = { username: 'bob@example.com', password: 'correct-horse-2B' };
    const text = JSON.stringify({ users: [...users.users, bob] });
    await live.after(() => live.copy.write('apps/local/users.json', text), 'Users: ada@example.com, bob@example.com');
    expect(await signIn(bob.username, bob.password)).toBe(200);

    const save = (list: object[]) => live.copy.write('apps/local/users.json', JSON.stringify({ users: list }));
    const left = 'not in apps/local/users.json any more, still in the pool: ada@example.com, bob@example.com';
    await live.after(() => save([]), left);
    // The demo user, who stands in for an empty file, was never in it.
    expect(await live.after(() => save([...users.users, bob]), 'Users: ada@')).not.toContain('any more');
  });

  it('follows what another command applies', async () => {
    // What was synthesized for the start has no client for a television yet.
    const deploy = ['tools/gatehouse/bin/gatehouse.cjs', 'deploy', 'local', '--no-synth', '--stack', 'people'];
    await live.after(() => execa(process.execPath, deploy, { cwd: live.copy.root }), 'applied by another command');
    expect(Object.keys(live.outputs.userPools['customers']?.clients ?? {})).toEqual(['web']);
    expect(await live.version()).toBe('r0 h1');
  });
});

/** Signs in to the pool of the desk with a password. */
async function signIn(username: string, password: string): Promise<number> {
  const { cognitoEndpoint, userPools } = live.outputs;
  const ClientId = userPools['staff']?.clients['desk']?.id;
  const response = await fetch(cognitoEndpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  });
  return response.status;
}

describe('a mistake leaves what ran, says where it is, and the next save mends it', () => {
  const group = (more: string) => `${GROUP}  new CloudwatchLogGroup(shopping, 'more', ${more});\n`;
  it.each([
    [
      'of syntax in a handler',
      HANDLER,
      'Promise.resolve(',
      'Promise..resolve(',
      /does not compile[^]*src\/index\.ts:4:10/,
    ],
    ['of syntax in stacks', ROUTES, 'const order = {', 'const order == {', /apps\/local\/routes\.ts:\d+/],
    [
      'of types',
      ROUTES,
      HEALTH,
      `api.addRoute('GET /typed', { auth: read, integration: 3 as unknown as string });\n  ${HEALTH}`,
      /apps\/local\/routes\.ts|GET \/typed/,
    ],
    ['of a scope that is not there', ROUTES, "'orders/read'", "'orders/nothing'", /orders\/nothing/],
    ['of a field of the environment', BASE, '"selfSignUp": true', '"selfSignUp": "yes"', /base\.json[^]*selfSignUp/],
    ['that a plan finds', MAIN, GROUP, group("{ name: 'no name!' }"), /local-shop[^]*log_group/],
  ])('%s', async (_kind, file, text, by, message) => {
    const before = await live.version();
    let undo = (): void => undefined;
    const printed = await live.after(() => (undo = live.edit(file, text, by)), GOES_ON);
    expect(printed).toMatch(message);
    expect(printed).not.toMatch(/^ {4}at /m);
    expect(await live.version()).toBe(before);

    await live.after(undo, '✔');
    expect(await live.version()).toBe(before);
  });

  it('of types, which are checked beside the rest, with its line', async () => {
    const wrong = `const wrong: number = 'text';\n  api.addRoute('GET /typed', { auth: read, integration });\n  ${HEALTH}`;
    let undo = (): void => undefined;
    const printed = await live.after(() => (undo = live.edit(ROUTES, HEALTH, wrong)), GOES_ON);
    expect(printed).toMatch(/nothing is applied\.\napps\/local\/routes\.ts\(\d+,\d+\): error TS2322/);
    expect((await fetch(`${live.url}/typed`)).status).toBe(403);
    await live.after(undo, SERVED);
  });

  it('that an apply finds half-way: the next save takes back what was made', async () => {
    await logs('CreateLogGroup', { logGroupName: 'taken' });
    const more = "{ name: 'half' });\n  new CloudwatchLogGroup(shopping, 'again', { name: 'taken' }";
    let undo = (): void => undefined;
    const printed = await live.after(() => (undo = live.edit(MAIN, GROUP, group(more))), GOES_ON);
    expect(printed).toMatch(/local-shop[^]*aws_cloudwatch_log_group\.again/);
    expect(await logGroups()).toContain('half');

    expect(await live.after(undo, SERVED)).not.toContain('by another command');
    expect(await logGroups()).not.toContain('half');
  });

  it('that would delete people is not applied without a terminal', async () => {
    const pool = 'new UserPool(stack, name, { name: resourceName(env, name),';
    const other = 'new UserPool(stack, name, { name: `${resourceName(env, name)}-2`,';
    const pools = live.outputs.userPools;
    let undo = (): void => undefined;
    const printed = await live.after(() => (undo = live.edit(MAIN, pool, other)), GOES_ON);
    expect(printed).toMatch(/Not applied\. Applying local-people deletes user pool .* and its \d+ users? \(/);
    expect(live.outputs.userPools).toEqual(pools);
    await live.after(undo, '✔');
  });
});

async function logs(operation: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(live.outputs.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `Logs_20140328.${operation}`,
      Authorization:
        'AWS4-HMAC-SHA256 Credential=emulator/20260101/eu-west-1/logs/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: JSON.stringify(body),
  });
  // What makes something answers nothing.
  return JSON.parse((await response.text()) || '{}') as Record<string, unknown>;
}

const logGroups = async (): Promise<string[]> =>
  ((await logs('DescribeLogGroups', {}))['logGroups'] as { logGroupName: string }[]).map((each) => each.logGroupName);

describe('50 reloads under 100 requests a second', () => {
  it('drop no request, answer each by one version of routes and handler, and keep no memory', async () => {
    const from = await live.version();
    const versions = new Set([from]);
    const client = new SteadyClient(live.url, () => '/version');
    let [route, handler] = from.split(' ') as [string, string];
    const memory: { megabytes: number; threads: number }[] = [];
    for (let round = 1; round <= 50; round += 1) {
      handler = `h${round + 1}`;
      const both = round % 10 === 0;
      if (both) route = `r${round}`;
      const version = `${route} ${handler}`;
      versions.add(version);
      if (both) live.saveRoute(route);
      live.saveHandler(handler);
      await live.shows(version);
      if (round === 10 || round === 50) memory.push(await live.usage());
    }
    await client.stop();

    expect(client.answers.filter(({ status }) => status !== 200)).toEqual([]);
    const seen = new Set(client.answers.map(({ body }) => (JSON.parse(body) as string[]).join(' ')));
    expect([...seen].filter((version) => !versions.has(version))).toEqual([]);
    const [early, late] = memory;
    // A thread that each reload leaves would be 40 more; a slow machine answers more requests at a time, in a thread each.
    expect(late!.threads).toBeLessThan(early!.threads + 20);
    expect(late!.megabytes).toBeLessThan(early!.megabytes + 8);
  });
});

it('ends cleanly in the middle of a reload', async () => {
  await live.after(() => live.saveRoute('last'), '… Reload');
  await live.run.stop('SIGINT');
  expect(live.run.output).toContain('Stopping.');
  expect(live.run.output).not.toMatch(/could not stop|^ {4}at /m);
});
