import { GivenUp } from '../console';
import { both, type Changes, isNothing, NOTHING } from './watch/changes';

/** One round of work. */
export interface Round {
  /** Aborted when newer changes make it pointless, and at the end. */
  readonly signal: AbortSignal;
  /** From now on it goes on to its end. @throws when it was aborted already */
  commit(): void;
}

export interface LoopOptions {
  /** Does what changes ask for; throws when it cannot. */
  readonly work: (changes: Changes, round: Round) => Promise<void>;
  /** Gets why a round failed. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Does what changes ask for, one round after another. What comes during a round is the next one's; it ends a round that has not
 * applied anything yet, and takes over what that one had to do; only archives, which a round builds itself, wait. What failed is tried again with the next change of its kind.
 */
export class Loop {
  private waiting = NOTHING;
  private failed = NOTHING;
  private running: Promise<void> | undefined;
  private begun = 0;
  private current: { readonly controller: AbortController; committed: boolean } | undefined;
  private closed = false;

  constructor(private readonly options: LoopOptions) {}

  add(changes: Changes): void {
    if (this.closed || isNothing(changes)) return;
    this.waiting = both(this.waiting, changes);
    const { current } = this;
    if (current && !current.committed && !isOfArchives(changes))
      current.controller.abort(new GivenUp('a newer change came'));
    this.running ??= this.run();
  }

  /** How many rounds have begun: the same number later means that none did since. */
  get rounds(): number {
    return this.begun;
  }

  /** Whether nothing is to be done. */
  get idle(): boolean {
    return this.running === undefined;
  }

  /** Ends the round that runs, if it has not applied anything, and waits for it. */
  async close(): Promise<void> {
    this.closed = true;
    this.current?.controller.abort(new GivenUp('stopped'));
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.closed && !isNothing(this.waiting)) {
      const changes = this.withFailed(this.waiting);
      this.waiting = NOTHING;
      await this.round(changes);
    }
    // In one step with the look above: what comes later begins anew.
    this.running = undefined;
  }

  private async round(changes: Changes): Promise<void> {
    const current = { controller: new AbortController(), committed: false };
    this.current = current;
    this.begun += 1;
    const { signal } = current.controller;
    const commit = (): void => {
      signal.throwIfAborted();
      current.committed = true;
    };
    try {
      await this.options.work(changes, { signal, commit });
    } catch (error) {
      const isOld = signal.aborted && !current.committed;
      if (isOld) this.waiting = both(this.waiting, changes);
      else this.failed = both(this.failed, changes);
      if (!isOld && !this.closed) this.options.onFailure(error);
    } finally {
      this.current = undefined;
    }
  }

  /** What failed is mended by a change of the same kind; users alone do not try broken stacks again. */
  private withFailed(changes: Changes): Changes {
    const { failed } = this;
    const mends = changes.stacks || [...changes.services].some((name) => failed.services.has(name));
    if (!mends) return changes;
    this.failed = NOTHING;
    return both(changes, failed);
  }
}

/** A round writes archives itself. */
const isOfArchives = (changes: Changes): boolean => isNothing({ ...changes, archives: false });
