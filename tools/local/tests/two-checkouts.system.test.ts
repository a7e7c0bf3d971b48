import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type EmulatorNote } from '@gatehouse/terraform';
import { until } from '@gatehouse/testing/until';
import { execa } from 'execa';
import { cognitoClient } from '../src/up/aws-clients';
import { FixtureWorkspace } from '../testing/fixture-workspace';
import { NpmStart } from '../testing/npm-start';

/** A clone of the same project, whose stacks have gone another way. */
class Checkout {
  readonly copy = new FixtureWorkspace();
  private started?: NpmStart;

  constructor(...pools: readonly string[]) {
    // Folders in .gitignore; here they are links.
    this.copy.append('.gitignore', 'node_modules\n');
    this.copy.write('apps/local/package.json', JSON.stringify({ name: '@gatehouse/local', nx: { name: 'local' } }));
    this.compose(...pools);
  }

  compose(...pools: readonly string[]): void {
    const lines = pools.map(
      (name) => `  new UserPool(stack, '${name}', { name: '${name}', ...env.identity, email: undefined });`,
    );
    this.copy.write('apps/local/main.ts', MAIN.replace('POOLS', lines.join('\n')));
  }

  async start(command: 'npm start --' | 'npx nx serve local'): Promise<void> {
    this.started = new NpmStart(this.copy, [], command);
    await this.started.printed('Ctrl-C stops everything.');
  }

  /** What its npm start left for its commands. */
  get note(): EmulatorNote {
    return JSON.parse(readFileSync(this.copy.path('.terraform-work/emulator.json'), 'utf8')) as EmulatorNote;
  }

  gatehouse(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    return this.run(['tools/gatehouse/bin/gatehouse.cjs', ...args], env);
  }

  nx(...args: readonly string[]) {
    return this.run(['node_modules/.bin/nx', ...args, '--output-style=static'], {});
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    await this.started?.stop(signal);
  }

  async end(): Promise<void> {
    await this.stop('SIGTERM');
    this.copy.remove();
  }

  private async run(args: readonly string[], env: Readonly<Record<string, string>>) {
    const { all, exitCode } = await execa(process.execPath, args, {
      cwd: this.copy.root,
      env: { GATEHOUSE_AWS_ENDPOINT: '', NX_DAEMON: 'false', FORCE_COLOR: '0', ...env },
      all: true,
      reject: false,
    });
    return { exitCode, text: all };
  }
}

const MAIN = `import { UserPool } from '@gatehouse/cognito';
import { environment, EnvironmentStack } from '@gatehouse/platform';

export default environment('local', {}, (app, env) => {
  const stack = new EnvironmentStack(app, 'people', env);
POOLS
});
`;

const poolsIn = async (url: string): Promise<string[]> => {
  const { UserPools = [] } = await cognitoClient(url, 'eu-west-1').send(new ListUserPoolsCommand({ MaxResults: 10 }));
  return UserPools.map(({ Name }) => Name ?? '').sort();
};

const [one, other] = [new Checkout('readers'), new Checkout('writers')];

beforeAll(() => Promise.all([one.start('npx nx serve local'), other.start('npm start --')]));
afterAll(() => Promise.all([one.end(), other.end()]));

describe('two checkouts that run side by side', () => {
  it('have an emulator each, and each command uses its own', async () => {
    expect(other.note.url).not.toBe(one.note.url);
    const [plan, review] = await Promise.all([one.gatehouse(['plan', 'local']), other.nx('review', 'local')]);

    expect(plan).toMatchObject({ exitCode: 0, text: expect.stringContaining('local-people\n  no changes') });
    expect(review).toMatchObject({ exitCode: 0, text: expect.stringContaining('local-people\n  no changes') });
  });

  it('are deployed to by nx each for itself, also from what Nx has in its cache', async () => {
    other.compose('writers', 'editors');
    const deployed = await other.nx('deploy', 'local');
    const again = await other.nx('deploy', 'local');

    expect([deployed.exitCode, again.exitCode]).toEqual([0, 0]);
    expect(again.text).toContain('local-people\n  no changes');
    expect(await poolsIn(other.note.url)).toEqual(['editors', 'writers']);
    expect(await poolsIn(one.note.url)).toEqual(['readers']);
  });

  it('run one npm start each, and name the one that runs', async () => {
    const { pid, url } = one.note;

    expect(await one.gatehouse(['start'])).toEqual({
      exitCode: 1,
      text: expect.stringContaining(
        `"npm start" (process ${pid}) runs the local environment of this checkout already, with its emulator at ${url}.`,
      ),
    });
  });

  it('refuse an emulator that an older version of their sources started, by name', async () => {
    const file = 'tools/local/emulator/gatehouse_emulator/gap.py';
    const before = readFileSync(one.copy.path(file), 'utf8');
    one.copy.append(file, '# as of tomorrow\n');
    const { exitCode, text } = await one.gatehouse(['plan', 'local']);
    one.copy.write(file, before);

    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /^The emulator of this checkout, at .*: expected 0\.0\.0\+\w+, found 0\.0\.0\+\w+\. Stop "npm/,
    );
  });

  it('use what a person names, and say whose that is', async () => {
    const named = { GATEHOUSE_AWS_ENDPOINT: one.note.url };
    const { exitCode, text } = await other.gatehouse(['outputs', 'local'], named);

    expect(exitCode).toBe(0);
    expect(text).toContain(`names the emulator of another checkout, ${one.copy.root}: that one is used.`);
  });
});

describe('a checkout whose npm start was killed, with other programs on its ports', () => {
  let theirs: ReturnType<typeof createServer>;

  beforeAll(async () => {
    const { port } = new URL(other.note.url);
    await other.stop('SIGKILL');
    // Its emulator ends by itself, a moment later.
    for (;;) {
      theirs = createServer((_request, response) => response.end('a web server'));
      const listening = new Promise<boolean>((tell) => {
        theirs.once('listening', () => tell(true)).once('error', () => tell(false));
      });
      theirs.listen(Number(port), '127.0.0.1');
      if (await listening) break;
    }
    // The usual port is that of the other checkout.
    other.copy.replace('environments/local.json', 'http://127.0.0.1:4599', one.note.url);
  });
  afterAll(() => theirs.close());

  const startedAt = (text: string): string | undefined =>
    /No emulator of this checkout runs: started one at (\S+) for this command; /.exec(text)?.[1];

  it('starts one for a command, which is neither of them, and ends it', async () => {
    const taken = [one.note.url, other.note.url];
    const { exitCode, text } = await other.gatehouse(['deploy', 'local']);

    expect(exitCode).toBe(0);
    const url = startedAt(text);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(taken).not.toContain(url);
    await expect(fetch(url ?? '')).rejects.toThrow('fetch failed');
    expect(await poolsIn(one.note.url)).toEqual(['readers']);
  });

  it('finds what the last command applied', async () => {
    const { exitCode, text } = await other.nx('plan', 'local');

    expect(exitCode).toBe(0);
    expect(text).toMatch(/No emulator of this checkout runs: .*; it has what was applied last\.\n/);
    expect(text).toContain('local-people\n  no changes');
  });
});

describe('nx serve local', () => {
  it('ends all that it started with Ctrl-C', async () => {
    const { url } = one.note;
    expect(await poolsIn(url)).toEqual(['readers']);
    await one.stop('SIGINT');

    await until(async () => !(await answers(url)));
    await until(() => !existsSync(one.copy.path('.terraform-work/emulator.json')));
  });
});

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
