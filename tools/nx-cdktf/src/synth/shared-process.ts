import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

interface Answer {
  readonly success: boolean;
  readonly output: string;
}

/** A process that synthesizes one environment after another; see worker.cjs. */
export class SharedProcess {
  private readonly child: ChildProcess;
  private answer: (answer: Answer | undefined) => void = () => undefined;

  constructor() {
    this.child = fork(join(__dirname, 'worker.cjs'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.child.on('message', (answer: Answer) => this.answer(answer));
    for (const end of ['exit', 'error']) this.child.on(end, () => this.answer(undefined));
  }

  get isAlive(): boolean {
    return this.child.connected;
  }

  /** @returns what was printed, or nothing when it failed */
  synthesize({ name, env }: { readonly name: string; readonly env: NodeJS.ProcessEnv }): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.answer = (answer) => resolve(answer?.success ? answer.output : undefined);
      if (this.isAlive) this.child.send({ name, env });
      else resolve(undefined);
    });
  }

  end(): void {
    if (this.isAlive) this.child.disconnect();
  }
}
