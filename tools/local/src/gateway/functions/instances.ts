import { availableParallelism } from 'node:os';
import { type Instance } from './instance';

/** Lambda's default concurrency. https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html */
const maxInstances = 1_000;

/** A caller waits this long for a warm instance before another is started. */
const patienceMilliseconds = 10;

/** More at once would take each other's processor, and none would be ready. */
const maxStarting = Math.min(8, availableParallelism());

/** Instances that nobody needed for so long are stopped; the last one stays warm. */
const idleMilliseconds = 60_000;

interface Waiting {
  readonly since: number;
  readonly event: string;
  readonly milliseconds?: number;
  readonly resolve: (payload: string) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The warm instances of one function. Each runs one invocation at a time, as on Lambda; callers that wait get instances
 * of their own, so a slow function serves them all at once and a fast one needs few threads.
 */
export class Instances {
  private readonly all = new Set<Instance>();
  /** The one that was used last comes last, so that those at the start become old. */
  private readonly idle: { readonly instance: Instance; readonly since: number }[] = [];
  private readonly queue: Waiting[] = [];
  private patience: NodeJS.Timeout | undefined;
  private retirement: NodeJS.Timeout | undefined;
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
    clearTimeout(this.retirement);
    await Promise.all([...this.all].map((instance) => instance.stop()));
  }

  private serve(): void {
    this.remove(({ instance }) => !instance.alive);
    if (this.queue.length > 0 && this.all.size === 0) this.grow();
    while (this.queue.length > 0 && this.idle.length > 0) {
      void this.run(this.idle.pop()!.instance, this.queue.shift() as Waiting);
    }
    if (this.queue.length > 0 && this.all.size < maxInstances) this.patience ??= this.growSoon();
    if (this.queue.length === 0 && this.all.size === this.idle.length) this.onDrained?.();
    if (this.idle.length > 1) this.retirement ??= this.retireSoon();
  }

  private growSoon(): NodeJS.Timeout {
    return setTimeout(() => {
      this.patience = undefined;
      for (let missing = this.missing(); missing > 0; missing -= 1) this.grow();
      this.serve();
    }, patienceMilliseconds);
  }

  /** As many as callers that were patient. */
  private missing(): number {
    const patient = this.queue.filter(({ since }) => Date.now() - since >= patienceMilliseconds).length;
    const starting = [...this.all].filter(({ ready }) => !ready).length;
    return Math.min(patient, maxStarting - starting, maxInstances - this.all.size);
  }

  private retireSoon(): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.retirement = undefined;
      const [last] = this.idle.slice(-1);
      this.remove((each) => each !== last && Date.now() - each.since >= idleMilliseconds);
      this.serve();
    }, idleMilliseconds);
    return timer.unref();
  }

  private async run(instance: Instance, { event, milliseconds, resolve, reject }: Waiting): Promise<void> {
    await instance.invoke(event, milliseconds).then(resolve, reject);
    this.idle.push({ instance, since: Date.now() });
    this.serve();
  }

  private grow(): void {
    const instance = this.start();
    this.all.add(instance);
    this.idle.push({ instance, since: Date.now() });
  }

  /** Also those that ended their own process between two calls. */
  private remove(isGone: (each: { readonly instance: Instance; readonly since: number }) => boolean): void {
    for (const each of this.idle.filter(isGone)) {
      this.idle.splice(this.idle.indexOf(each), 1);
      this.all.delete(each.instance);
      void each.instance.stop();
    }
  }
}
