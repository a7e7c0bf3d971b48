import { isForeground } from './foreground';

type Input = Pick<NodeJS.ReadStream, 'isTTY' | 'on' | 'off' | 'pause' | 'resume' | 'setRawMode'>;

const CTRL_C = '\u0003';
const CTRL_Z = '\u001a';
const CTRL_BACKSLASH = '\u001c';

/**
 * Single keys of a terminal. Ctrl-C, Ctrl-Z and Ctrl-\ go to everything in the terminal's foreground, as they do without this.
 * While stopped or in the background the terminal is as it was.
 */
export class Keyboard {
  private raw = false;
  private opened = false;

  constructor(
    private readonly input: Input,
    private readonly onKey: (key: string) => void,
  ) {}

  open(): void {
    if (this.opened) return;
    this.opened = true;
    this.input.on('data', this.read);
    process.on('SIGTSTP', this.stop);
    process.on('SIGCONT', this.resume);
    this.resume();
  }

  close(): void {
    if (!this.opened) return;
    this.opened = false;
    this.input.off('data', this.read);
    process.off('SIGTSTP', this.stop);
    process.off('SIGCONT', this.resume);
    this.release();
  }

  private readonly resume = (): void => {
    if (!isForeground()) return;
    this.input.setRawMode(true);
    this.input.resume();
    this.raw = true;
  };

  /** Without a shell that could continue us, the system stops nothing: then this goes on at once. */
  private readonly stop = (): void => {
    this.release();
    process.off('SIGTSTP', this.stop);
    process.kill(process.pid, 'SIGTSTP');
    process.on('SIGTSTP', this.stop);
    this.resume();
  };

  private release(): void {
    this.input.pause();
    if (!this.raw) return;
    this.raw = false;
    try {
      this.input.setRawMode(false);
    } catch {
      // The terminal is gone.
    }
  }

  private readonly read = (data: Buffer): void => {
    for (const key of data.toString()) {
      if (key === CTRL_C) toForeground('SIGINT');
      else if (key === CTRL_Z) toForeground('SIGTSTP');
      else if (key === CTRL_BACKSLASH) toForeground('SIGQUIT');
      else this.onKey(key);
    }
  };
}

/** Every process of our group, as the terminal does it: npm too. */
const toForeground = (signal: NodeJS.Signals): void => void process.kill(0, signal);
