import { type Answer } from './answer';
import { type ProviderProcess, type ProviderStart, startProvider } from './provider-process';

/** A running provider. */
export interface PooledProvider {
  readonly process: Promise<ProviderProcess>;
  /** The provider block that it is configured with, as it was sent; nothing before that. */
  configuration?: string;
  /** What it answered to that. */
  configured?: Promise<Answer>;
  /** Terraform said to stop what it does, or it ended: it would do no more. */
  spent?: boolean;
}

/** As many configurations as a stack is likely to have: one, and one for us-east-1. */
const KEPT = 2;

/**
 * Providers of one stack. One serves a single configuration, as with Terraform, where each configuration of a provider has a process
 * of its own; what is asked before that, such as whether a resource is valid, depends on no configuration.
 */
export class ProviderPool {
  /** The one that was asked for last comes last. */
  private running: PooledProvider[] = [];
  private readonly leaving: Promise<void>[] = [];

  constructor(private readonly provider: ProviderStart) {}

  /** Any provider, for what depends on no configuration. */
  any(): PooledProvider {
    return this.use(this.running.findLast(({ spent }) => !spent));
  }

  /** The provider that has this configuration, or one that has none and gets it. */
  with(configuration: string): PooledProvider {
    const usable = this.running.filter(({ spent }) => !spent);
    const found =
      usable.find((each) => each.configuration === configuration) ??
      usable.find((each) => each.configuration === undefined);
    return Object.assign(this.use(found), { configuration });
  }

  /** Ends what a next command is unlikely to need. Only while nothing is asked. */
  trim(): void {
    const [kept, ended] = [this.running.filter(({ spent }) => !spent).slice(-KEPT), this.running];
    this.running = kept;
    for (const each of ended) if (!kept.includes(each)) this.end(each);
  }

  async close(): Promise<void> {
    this.running.splice(0).forEach((each) => this.end(each));
    await Promise.all(this.leaving);
  }

  private use(found: PooledProvider | undefined): PooledProvider {
    const provider = found ?? this.start();
    this.running = [...this.running.filter((each) => each !== provider), provider];
    return provider;
  }

  private start(): PooledProvider {
    const started: PooledProvider = { process: startProvider(this.provider) };
    const spend = (): void => void (started.spent = true);
    started.process.then(({ session }) => session.once('close', spend), spend);
    return started;
  }

  private end({ process }: PooledProvider): void {
    // One that did not start has nothing to stop.
    this.leaving.push(process.then((each) => each.stop()).catch(() => undefined));
  }
}
