import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { constants, setPriority } from 'node:os';
import { GivenUp } from '../../console';
import { inWorkspace } from '../../workspace';
import { type Answer, type Question } from './worker';

/** Checks types in a process of its own, beside everything else, which remembers what it has checked. */
export class Typecheck {
  private child: ChildProcess | undefined;
  private asked = 0;
  private closed = false;
  /** Ends with the last check that was asked for. */
  private last: Promise<unknown> = Promise.resolve();
  /** Checks that have not begun, by what they check. */
  private readonly waiting = new Map<string, Promise<readonly string[]>>();

  /** @param root top of the workspace */
  constructor(private readonly root: string) {}

  /**
   * One check after the other. Who asks for what waits already gets that answer: it will be of what is saved by then.
   *
   * @param projects folders from the root: `apps/local`
   * @returns the problems, as `tsc` prints them
   * @throws GivenUp when it was closed meanwhile; Error when the process ended, for want of memory for example
   */
  check(projects: readonly string[]): Promise<readonly string[]> {
    const key = projects.join();
    const waiting = this.waiting.get(key);
    if (waiting) return waiting;
    const checking = this.last.then(() => {
      this.waiting.delete(key);
      return this.ask(projects);
    });
    this.waiting.set(key, checking);
    this.last = checking.catch(() => undefined);
    return checking;
  }

  close(): void {
    this.closed = true;
    this.child?.kill('SIGKILL');
  }

  private ask(projects: readonly string[]): Promise<readonly string[]> {
    if (this.closed) return Promise.reject(new GivenUp('stopped'));
    const child = (this.child ??= this.start());
    const question: Question = { id: (this.asked += 1), projects };
    return new Promise((resolve, reject) => {
      const onAnswer = ({ id, problems }: Answer): void => {
        if (id !== question.id) return;
        done();
        resolve(problems);
      };
      const onExit = (): void => {
        done();
        reject(this.closed ? new GivenUp('stopped') : new Error('The type check ended before it answered.'));
      };
      const done = (): void => void child.off('message', onAnswer).off('exit', onExit);
      child.on('message', onAnswer).on('exit', onExit);
      child.send(question);
    });
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, 'worker.ts'), [this.root], {
      execArgv: ['-r', inWorkspace('register-ts.cjs')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // It must not keep an ended command running, nor take the processor from what is being served.
    child.unref();
    child.channel?.unref();
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.once('exit', () => (this.child = undefined));
    return child;
  }
}
