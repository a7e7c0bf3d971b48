import { synthesize } from './synthesize';

const ignore = (): void => undefined;

/** Synthesis for an emulator that is still starting: it needs the address alone. */
export class Synthesis {
  private readonly ending = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly app: string) {}

  /** In place of what was synthesized for another address. */
  start(endpoint: string): void {
    this.work = this.work.catch(ignore).then(() => synthesize(this.app, endpoint, this.ending.signal));
    // It may fail before anybody waits for it.
    this.work.catch(ignore);
  }

  /** @throws UserError with what synthesis says */
  done(): Promise<void> {
    return this.work;
  }

  /** Fulfilled when nothing of it runs. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.work.catch(ignore);
  }
}
