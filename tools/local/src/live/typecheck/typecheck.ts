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

  /** @param root top of the workspace */
  constructor(private readonly root: string) {}

  /**
   * @param projects folders from the root: `apps/local`
   * @returns the problems, as `tsc` prints them
   * @throws GivenUp when it was closed meanwhile; Error when the process ended, for want of memory for example
   */
  check(projects: readonly string[]): Promise<readonly string[]> {
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

  close(): void {
    this.closed = true;
    this.child?.kill('SIGKILL');
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
