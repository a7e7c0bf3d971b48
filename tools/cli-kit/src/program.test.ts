import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../../..');

/** A command line with one command for each way to end. */
const SOURCE = `
import { action, colorsFor, EXIT, Program, runProgram, UserError } from ${JSON.stringify(join(__dirname, 'index.ts'))};

const program = new Program('shop').description('A command line of a test.');
program
  .command('open')
  .argument('<door>', 'such as front')
  .option('--quietly', 'without a sound')
  .option('--note <text>', 'left at the door')
  .exitCodes({ 0: 'open', 2: 'someone was there' })
  .action(action((door: string) => {
    console.log(colorsFor(process.stdout).green(door));
    if (door === 'locked') throw new UserError('door locked: expected a key, found none. Bring the key.');
    if (door === 'broken') throw new TypeError('hinge is not a function');
    return door === 'back' ? EXIT.findings : EXIT.ok;
  }));
void runProgram(program);
`;

describe('a program', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
    writeFileSync(join(folder, 'cli.ts'), SOURCE);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const command = (...args: string[]) => ['-r', join(workspace, 'register-ts.cjs'), join(folder, 'cli.ts'), ...args];
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const { PATH } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, command(...args), {
      encoding: 'utf8',
      env: { PATH, ...env },
    });
    return { status, stdout, stderr };
  };

  it('ends with the exit code of its action, and prints nothing of its own', () => {
    expect(run(['open', 'front'])).toEqual({ status: 0, stdout: 'front\n', stderr: '' });
    expect(run(['open', 'back'])).toEqual({ status: 2, stdout: 'back\n', stderr: '' });
  });

  it('prints the message of a user error and nothing else', () => {
    expect(run(['open', 'locked'])).toMatchObject({
      status: 1,
      stderr: 'door locked: expected a key, found none. Bring the key.\n',
    });
  });

  it('prints where a bug happened, and asks to report it', () => {
    const { status, stderr } = run(['open', 'broken']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^This is a bug in Gatehouse; please report it\.\nTypeError: hinge .*\n  at tools\/cli-kit\/src\//,
    );
  });

  it.each([
    [['opne', 'front'], "unknown command 'opne'\n(Did you mean open?)\nHelp: shop --help\n"],
    [['open', 'front', '--quitly'], "unknown option '--quitly'\n(Did you mean --quietly?)\nHelp: shop open --help\n"],
    [['help', 'opne'], "unknown command 'opne'\n(Did you mean open?)\nHelp: shop --help\n"],
    [['open', 'front', '--note', '--quietly'], "option '--note <text>' argument missing\nHelp: shop open --help\n"],
    [['open'], "missing required argument 'door'\nHelp: shop open --help\n"],
    [['open', 'front', 'back'], /^too many arguments for 'open'.*\nHelp: shop open --help\n$/],
  ])('says what is wrong with %j, and where help is', (args, message) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('takes a value that begins with -- after =', () => {
    expect(run(['open', 'front', '--note=--quietly']).status).toBe(0);
  });

  it('has the exit codes in its help', () => {
    expect(run(['open', '--help'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/Usage: shop open[^]*Exit codes:\n {2}0 {2}open\n {2}2 {2}someone was there\n$/),
    });
  });

  it.each([
    ['no colour into a pipe', {}, 'front\n'],
    ['colour when FORCE_COLOR says so', { FORCE_COLOR: '1' }, '\u001b[32mfront\u001b[39m\n'],
    ['no colour when NO_COLOR says so', { FORCE_COLOR: '1', NO_COLOR: '1' }, 'front\n'],
    ['no colour in CI', { CI: 'true' }, 'front\n'],
  ])('prints %s', (_, env, stdout) => {
    expect(run(['open', 'front'], env).stdout).toBe(stdout);
  });

  it('ends without a stack trace when its reader goes away', () => {
    const line = command('--help')
      .map((word) => `'${word}'`)
      .join(' ');
    const all = execFileSync('sh', ['-c', `'${process.execPath}' ${line} 2>&1 | true; echo done`], {
      encoding: 'utf8',
    });
    expect(all).toBe('done\n');
  });
});
