import { type Answer, Relay, type Relayed } from './relay';

/** Writes down every request that AWS granted. */
export class Recorder extends Relay {
  private readonly requests: Relayed[] = [];

  /** What was written down since the last time. */
  take(): Relayed[] {
    return this.requests.splice(0);
  }

  protected override async pass(request: Relayed, onward: () => Promise<Answer>): Promise<Answer> {
    this.requests.push(request);
    return onward();
  }
}
