import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { until } from '@gatehouse/testing/until';
import { CTRL_C, CTRL_Z, GIVEN_BACK, ShellInTerminal } from '../../testing/shell-in-terminal';
import { workspaceRoot } from '../workspace';

/** A path without the checkout's own folder, whose name may hold a space. */
const PROGRAM = relative(workspaceRoot, join(__dirname, 'testing', 'program.ts'));
const COMMAND = `node -r ./register-ts.cjs ${PROGRAM}`;

let terminal: ShellInTerminal;
afterEach(() => terminal.close());

async function started(command = COMMAND): Promise<void> {
  terminal = new ShellInTerminal(command, workspaceRoot);
  await terminal.shown(' keys');
}

it('takes keys and answers, between what is in progress', async () => {
  await started();
  terminal.type('h');
  await terminal.shown('pid ');
  await terminal.shown('Deploy');
  terminal.type('q');
  await terminal.shown('Apply it? [y/N]');
  terminal.type('xhy');
  expect(await terminal.shown('answered true')).not.toContain('pid ');
  terminal.type('q');
  terminal.type('\r');
  await terminal.shown('answered false');
  terminal.type(CTRL_C);
  await terminal.shown('Stopping.');
  expect(await terminal.settings()).toEqual(GIVEN_BACK);
});

it('stops and goes on as the shell says, in the foreground and in the background', async () => {
  await started();
  terminal.type(CTRL_Z);
  await terminal.shown('Stopped');
  expect(await terminal.settings()).toEqual(GIVEN_BACK);
  terminal.type('fg\r');
  await terminal.shown('program.ts');
  terminal.type('h');
  await terminal.shown('pid ');

  terminal.type(CTRL_Z);
  await terminal.shown('Stopped');
  terminal.type('bg\r');
  await terminal.shown('&');
  terminal.type('jobs\r');
  await terminal.shown('Running');
  expect(await terminal.settings()).toEqual(GIVEN_BACK);
  terminal.type('fg\r');
  await terminal.shown('program.ts');
  terminal.type(CTRL_C);
  await terminal.shown('Stopping.');
});

it.each([
  ['by Ctrl-Z', () => terminal.type(CTRL_Z)],
  ['by a signal to all', (pid: number) => process.kill(-groupOf(pid), 'SIGTSTP')],
])('goes on under a parent whose shell takes the terminal first, as under npm: stopped %s', async (_, stop) => {
  await started(`sh -c '${COMMAND}; true'`);
  for (let times = 0; times < 3; times++) {
    terminal.type('h');
    const shown = await terminal.shown('.\n');
    stop(Number(/pid (\d+)\./.exec(shown)?.[1]));
    await terminal.shown('Stopped');
    terminal.type('fg\r');
    await terminal.shown('program.ts');
  }
  terminal.type('h');
  await terminal.shown('pid ');
});

it('takes no keys in the background', async () => {
  await started(`${COMMAND} &`);
  expect(terminal.output).toContain('ready, without keys');
  expect(await terminal.settings()).toEqual(GIVEN_BACK);
});

it('ends when its terminal is closed', async () => {
  await started();
  terminal.type('h');
  await terminal.shown('.\n');
  const pid = Number(/pid (\d+)\./.exec(terminal.output)?.[1]);
  terminal.close();
  await until(
    () => !isAlive(pid),
    () => terminal.output,
  );
});

const groupOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
