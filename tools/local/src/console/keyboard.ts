import { isForeground } from './foreground';

type Input = Pick<NodeJS.ReadStream, 'isTTY' | 'on' | 'off' | 'pause' | 'resume' | 'setRawMode'>;

const CTRL_C = '\u0003';
const CTRL_Z = '\u001a';
const CTRL_BACKSLASH = '\u001c';

/** For `kill`: every process of our group, npm too, as the terminal does it. */
const OUR_GROUP = 0;

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
    process.on('SIGCONT', this.resume);
    this.resume();
  }

  close(): void {
    if (!this.opened) return;
    this.opened = false;
    this.input.off('data', this.read);
    process.off('SIGCONT', this.resume);
    this.release();
  }

  private readonly resume = (): void => {
    if (!isForeground()) return;
    // A signal from elsewhere stops us at once, and the shell sets the mode that it likes: Node would believe it is still raw.
    this.input.setRawMode(false);
    this.input.setRawMode(true);
    this.input.resume();
    this.raw = true;
  };

  /** The terminal is given back first: its shell takes it as soon as its own child, npm, has stopped. */
  private suspend(): void {
    this.release();
    process.kill(OUR_GROUP, 'SIGTSTP');
    // Continued, or never stopped: the system stops nothing that has no shell to continue it.
    this.resume();
  }

  private release(): void {
    this.input.pause();
    if (!this.raw) return;
    this.raw = false;
    // In the background the shell has the terminal, and setting its mode there would stop this process.
    if (!isForeground()) return;
    try {
      this.input.setRawMode(false);
    } catch {
      // The terminal is gone.
    }
  }

  private readonly read = (data: Buffer): void => {
    for (const key of data.toString()) {
      if (key === CTRL_C) process.kill(OUR_GROUP, 'SIGINT');
      else if (key === CTRL_Z) this.suspend();
      else if (key === CTRL_BACKSLASH) process.kill(OUR_GROUP, 'SIGQUIT');
      else this.onKey(key);
    }
  };
}
