import { until } from '@gatehouse/testing/until';
import { execa, type ResultPromise } from 'execa';
import { type WorkspaceCopy } from './workspace-copy';

/** `npm start` in a copy of the workspace, as a user types it. */
export class NpmStart {
  private readonly child: ResultPromise;
  output = '';

  /**
   * @param command another way to do the same @default npm start
   * @param env more variables
   */
  constructor(
    copy: WorkspaceCopy,
    args: readonly string[] = [],
    command = 'npm start --',
    env: NodeJS.ProcessEnv = {},
  ) {
    const [program = '', ...words] = command.split(' ');
    this.child = execa(program, [...words, ...args], {
      cwd: copy.root,
      env: { NO_COLOR: '1', NX_DAEMON: 'false', ...env },
      all: true,
      reject: false,
      // Its own group, as a shell gives it: a signal then reaches npm and what npm started, as Ctrl-C does.
      detached: true,
    });
    this.child.all?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Fulfilled when the text has been printed. */
  async printed(text: string): Promise<void> {
    await until(
      () => this.output.includes(text) || this.child.exitCode !== null,
      () => `not yet ${text} in\n${this.output}`,
    );
    if (!this.output.includes(text)) throw new Error(`npm start ended early:\n${this.output}`);
  }

  /** As Ctrl-C or a service manager: to npm and to all that npm started. Fulfilled when none of them is left. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    if (!this.signal(signal)) return;
    await this.gone();
  }

  /** As a service manager that knows of npm alone. Fulfilled when none of what npm started is left. */
  async stopNpm(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.gone();
  }

  async exitCode(): Promise<number | undefined> {
    return (await this.child).exitCode;
  }

  /** Fulfilled when none of the group is left, and all that it printed is here. */
  private async gone(): Promise<void> {
    await until(() => !this.signal(0), this.seen);
    await this.child;
  }

  private readonly seen = (): string => this.output;

  /** @returns whether any process of the group was there */
  private signal(signal: NodeJS.Signals | 0): boolean {
    if (this.child.pid === undefined) return false;
    try {
      return process.kill(-this.child.pid, signal);
    } catch {
      return false;
    }
  }
}
