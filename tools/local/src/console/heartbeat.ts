import { type RunningStep } from './steps';

/** Longer without a line looks like a program that hangs. */
const QUIET_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/** Says what is being worked on when nothing was printed for a while. */
export class Heartbeat {
  private readonly running = new Set<RunningStep>();
  private timer?: NodeJS.Timeout;
  private last = 0;

  constructor(private readonly beat: (step: RunningStep) => void) {}

  started(step: RunningStep): void {
    this.running.add(step);
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  ended(step: RunningStep): void {
    this.running.delete(step);
    if (this.running.size === 0) this.stop();
  }

  /** Something was printed. */
  printed(): void {
    this.last = Date.now();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    if (Date.now() - this.last < QUIET_MS) return;
    for (const step of this.running) this.beat(step);
  }
}
