import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import { until } from '@gatehouse/testing/until';

interface Terminal {
  write(keys: string): void;
  kill(): void;
  onData(listener: (data: string) => void): void;
  onExit(listener: () => void): void;
}

/** The part of node-pty that is used here: its types are for the name that this package is an alias of. */
const { spawn } = createRequire(__filename)('@cdktf/node-pty-prebuilt-multiarch') as {
  spawn(file: string, args: readonly string[], options: object): Terminal;
};

/** A terminal whose shell has job control, in which a command is typed. */
export class ShellInTerminal {
  private raw = '';
  /** Where the wait for the next text begins. */
  private from = 0;
  private ended = false;
  private readonly terminal: Terminal;

  constructor(command: string, cwd: string) {
    this.terminal = spawn('bash', ['--norc', '--noprofile', '-i'], {
      cols: 120,
      rows: 40,
      cwd,
      env: { ...process.env, TERM: 'xterm', NO_COLOR: '1', PS1: '$ ' },
    });
    this.terminal.onData((data) => (this.raw += data));
    this.terminal.onExit(() => (this.ended = true));
    this.type(`${command}\r`);
  }

  /** All that was shown, without control sequences. */
  get output(): string {
    return plain(this.raw);
  }

  /** Keys, as a person presses them. What is waited for next is after this. */
  type(keys: string): void {
    this.from = this.raw.length;
    this.terminal.write(keys);
  }

  /** Fulfilled when a text has been shown since keys were typed. @returns what was shown since */
  async shown(text: string): Promise<string> {
    const since = () => plain(this.raw.slice(this.from));
    await until(
      () => since().includes(text) || this.ended,
      () => `not yet ${text} in\n${this.output}`,
    );
    if (!since().includes(text)) throw new Error(`the terminal ended before it showed "${text}":\n${this.output}`);
    return since();
  }

  /** Whether lines are edited, keys shown, and Ctrl-C and Ctrl-Z are signals: how a shell gives a terminal to a command. */
  async settings(): Promise<readonly string[]> {
    this.type('stty -a; echo "done"\r');
    const shown = await this.shown('\ndone');
    return ['icanon', 'echo', 'isig'].map((name) => new RegExp(`(?<=\\s)-?${name}(?=\\s)`).exec(shown)?.[0] ?? '');
  }

  /** As when its window is closed. */
  close(): void {
    if (!this.ended) this.terminal.kill();
  }
}

const plain = (text: string): string => stripVTControlCharacters(text).replaceAll('\r', '');

/** How a shell has its terminal: it edits lines and shows keys, and Ctrl-C is a signal. */
export const GIVEN_BACK = ['icanon', 'echo', 'isig'];

export const CTRL_C = '\u0003';
export const CTRL_Z = '\u001a';
