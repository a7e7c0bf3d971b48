import { type Instance } from './instance';

/** Lambda's default concurrency is 1,000; a laptop has less memory. */
const maxInstances = 32;

/** A caller waits this long for a warm instance before another is started. */
const patienceMilliseconds = 100;

interface Waiting {
  readonly since: number;
  readonly event: string;
  readonly milliseconds?: number;
  readonly resolve: (payload: string) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The warm instances of one function. Each runs one invocation at a time, as on Lambda; callers that wait get another
 * instance, so a slow function still serves many callers and a fast one needs few threads.
 */
export class Instances {
  private readonly all = new Set<Instance>();
  private readonly idle: Instance[] = [];
  private readonly queue: Waiting[] = [];
  private patience: NodeJS.Timeout | undefined;
  private onDrained: (() => void) | undefined;

  constructor(private readonly start: () => Instance) {}

  invoke(event: string, milliseconds?: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.queue.push({ since: Date.now(), event, milliseconds, resolve, reject });
      this.serve();
    });
  }

  /** Lets what was called end, then stops. */
  async drain(): Promise<void> {
    if (this.all.size > this.idle.length) await new Promise<void>((resolve) => (this.onDrained = resolve));
    await this.stop();
  }

  async stop(): Promise<void> {
    clearTimeout(this.patience);
    await Promise.all([...this.all].map((instance) => instance.stop()));
  }

  private serve(): void {
    this.bury();
    if (this.queue.length > 0 && this.all.size === 0) this.grow();
    while (this.queue.length > 0 && this.idle.length > 0) {
      void this.run(this.idle.pop() as Instance, this.queue.shift() as Waiting);
    }
    if (this.queue.length > 0 && this.all.size < maxInstances) {
      this.patience ??= setTimeout(() => {
        this.patience = undefined;
        if (this.isShort()) this.grow();
        this.serve();
      }, patienceMilliseconds);
    }
    if (this.queue.length === 0 && this.all.size === this.idle.length) this.onDrained?.();
  }

  /** One instance starts at a time: many at once would take each other's processor and none would be ready. */
  private isShort(): boolean {
    const [first] = this.queue;
    const starting = [...this.all].some(({ ready }) => !ready);
    return first !== undefined && !starting && Date.now() - first.since >= patienceMilliseconds;
  }

  private async run(instance: Instance, { event, milliseconds, resolve, reject }: Waiting): Promise<void> {
    await instance.invoke(event, milliseconds).then(resolve, reject);
    this.idle.push(instance);
    this.serve();
  }

  private grow(): void {
    const instance = this.start();
    this.all.add(instance);
    this.idle.push(instance);
  }

  /** A function may end its own process, also between two calls. */
  private bury(): void {
    for (let index = this.idle.length - 1; index >= 0; index -= 1) {
      const instance = this.idle[index] as Instance;
      if (instance.alive) continue;
      this.idle.splice(index, 1);
      this.all.delete(instance);
    }
  }
}
