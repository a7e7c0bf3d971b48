import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '@gatehouse/testing/until';
import { type WorkspaceCopy } from './workspace';

/** `npm start` in a copy, for as long as a test calls its APIs. */
export class NpmStart {
  private readonly child: ChildProcess;
  private output = '';

  constructor({ root }: WorkspaceCopy, ...args: string[]) {
    // Its own group, so that a signal reaches npm and what npm started.
    this.child = spawn('npm', ['start', '--', ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', NX_DAEMON: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  /** Fulfilled when the APIs are served. @throws when it ends before */
  async served(): Promise<void> {
    const isServed = (): boolean => this.output.includes('Ctrl-C stops everything.');
    await until(
      () => isServed() || this.child.exitCode !== null,
      () => this.output,
    );
    if (!isServed()) throw new Error(`npm start ended early:\n${this.output}`);
  }

  /** Its port, which what is saved at the end is for. */
  emulatorPort(): string {
    return /AWS emulator on http:\/\/127\.0\.0\.1:(\d+)/.exec(this.output)?.[1] ?? '';
  }

  /**
   * A token, by the line that is printed to get it.
   *
   * @param scope in place of the one of the line
   */
  token(name: 'ACCESS_TOKEN' | 'ID_TOKEN', scope?: string): string {
    const line = this.output.split('\n').find((each) => each.startsWith(`${name}=$(`));
    if (line === undefined) throw new Error(`${name}: expected a line that gets it, found none in:\n${this.output}`);
    const asked = scope === undefined ? line : line.replace(/(?<=&scope=)[^']+/, scope);
    return execFileSync('bash', ['-c', `${asked}\nprintf %s "$${name}"`], { encoding: 'utf8' });
  }

  /** Fulfilled when it has ended. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.pid === undefined) return;
    const ended = once(this.child, 'close');
    process.kill(-this.child.pid, 'SIGTERM');
    await ended;
  }
}
