import { spawn } from '@lydell/node-pty';
import { WORKSPACE } from '../workspace';

export interface Recording {
  /** What it has printed so far, with its escape sequences. */
  readonly output: string;
  /** Waits for a text. @throws Error it ended before */
  printed(text: string): Promise<void>;
  /** As Ctrl-C does it. */
  interrupt(): void;
  /** Waits for its end; gives all that it printed. */
  ended(): Promise<string>;
}

/** Runs a TypeScript program of this workspace in a terminal. */
export function record(args: readonly string[], env: Readonly<Record<string, string>> = {}): Recording {
  const terminal = spawn(process.execPath, ['-r', './register-ts.cjs', ...args], {
    cols: 100,
    rows: 60,
    cwd: WORKSPACE,
    env: { ...interactive(), ...env },
  });
  let output = '';
  let over = false;
  let wake: () => void = () => undefined;
  terminal.onData((data) => {
    output += data;
    wake();
  });
  terminal.onExit(() => {
    over = true;
    wake();
  });
  const next = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  return {
    get output() {
      return output;
    },
    async printed(text) {
      while (!output.includes(text)) {
        if (over) throw new Error(`It ended before it printed "${text}":\n${output}`);
        await next();
      }
    },
    interrupt: () => terminal.write('\x03'),
    async ended() {
      while (!over) await next();
      return output;
    },
  };
}

/** The environment of a person at a terminal, without settings of this machine. */
const interactive = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !MACHINE.has(name))),
  TERM: 'xterm-256color',
});

const MACHINE: ReadonlySet<string> = new Set(['NO_COLOR', 'CI', 'TF_CLI_CONFIG_FILE']);
