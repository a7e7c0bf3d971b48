import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Reached } from './checks';
import { type Asked } from './nearness';

/** A loop without end is noticed, too; a check takes seconds. */
const ENDLESS_MS = 3 * 60_000;

export interface Measured {
  readonly name: string;
  readonly milliseconds: number;
  readonly reached: Reached;
}

export interface Trial {
  readonly id: number;
  /** In this order. */
  readonly checks: readonly Asked[];
  /** Whether it has to be on while the sources are loaded. */
  readonly isLoading: boolean;
}

export interface Tried {
  /** @default - no check */
  readonly noticedBy?: string;
  /** Whether that check fails now without the mutant, too. */
  readonly isUpset?: boolean;
}

interface Questions {
  readonly start: (files: readonly (readonly [file: string, text: string])[]) => readonly string[];
  readonly measure: (name: string) => Measured | { readonly name: string };
  readonly reachedByLoading: (nothing: null) => readonly number[];
  readonly try: (trial: Trial) => Tried;
}

/** A process that runs checks; see `worker.cjs`. */
export class Worker {
  private readonly process: ChildProcess = fork(join(__dirname, 'worker.cjs'), {
    execArgv: ['--max-old-space-size=4096'],
  });

  /** @returns undefined: it ended, or never will */
  public ask<Q extends keyof Questions>(
    ask: Q,
    of: Parameters<Questions[Q]>[0],
  ): Promise<ReturnType<Questions[Q]> | undefined> {
    return new Promise((resolve) => {
      const done = (answer?: ReturnType<Questions[Q]>): void => {
        clearTimeout(timer);
        this.process.removeAllListeners();
        resolve(answer);
      };
      const timer = setTimeout(() => done(), ENDLESS_MS);
      this.process.on('message', (message: 'alive' | { readonly answer: ReturnType<Questions[Q]> }) => {
        if (message === 'alive') timer.refresh();
        else done(message.answer);
      });
      this.process.once('exit', () => done());
      this.process.send({ ask, of });
    });
  }

  public end(): void {
    this.process.kill('SIGKILL');
  }
}
