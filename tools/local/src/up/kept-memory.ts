import { type Stack } from '@gatehouse/terraform';
import { type Reporter } from '../console';
import { type Emulator } from '../emulator';
import { type Facts, saveSnapshot } from '../snapshot';
import { workspaceRoot } from '../workspace';
import { type KnownUsers } from './known-users';

/** What is said of the memory beside it. */
interface Applied {
  readonly stacks: readonly Stack[];
  readonly knownUsers: KnownUsers;
}

/** The memory of an emulator, for the next start. */
export class KeptMemory {
  private gone = false;
  private atTheEnd?: () => Applied;

  constructor(
    private readonly emulator: Emulator,
    private readonly reporter: Reporter,
    private readonly restored: Facts | undefined,
  ) {
    void emulator.exited.then(() => (this.gone = true));
  }

  /** Where it cannot be saved, that is said: the next start applies. */
  async save({ knownUsers, stacks }: Applied): Promise<void> {
    const { emulator, restored } = this;
    try {
      await saveSnapshot(emulator, { root: workspaceRoot, stacks, users: knownUsers, restored });
    } catch (error) {
      this.reporter.say(`What the emulator holds cannot be kept for the next start: ${(error as Error).message}`);
    }
  }

  /** Saves it again when everything is stopped, with what is applied by then. */
  keepToTheEnd(atTheEnd: () => Applied): void {
    this.atTheEnd = atTheEnd;
  }

  /** To be called when nothing serves any more, and the emulator still answers. */
  async end(): Promise<void> {
    if (!this.gone && this.atTheEnd !== undefined) await this.save(this.atTheEnd());
  }
}
