import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BootstrapTarget } from '@gatehouse/environment';
import { UserError } from '@gatehouse/cli-kit';
import { isAlive, parseJson } from '@gatehouse/terraform';
import { workDirectory } from '../workspace';

/** A run that was killed. */
export interface DeadRun {
  readonly startedAt: Date;
  /** It lived until then, and less than a second longer. */
  readonly lastSeen: Date;
}

const HEARTBEAT_MS = 1_000;

/**
 * Notes that a run is under way, so that the next one can tell a dead run's state lock from a living one's.
 *
 * @throws UserError while another run of the target is under way on this machine
 */
export class RunRecord {
  /** The run before, when it was killed. */
  readonly dead?: DeadRun;
  private readonly file: string;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(target: BootstrapTarget) {
    const directory = workDirectory(target);
    // States and plans hold secrets.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.file = join(directory, 'run.json');
    const before = this.read();
    if (before !== undefined && isAlive(before.pid)) {
      throw new UserError(
        `${target.name} is being bootstrapped by process ${before.pid}, since ${before.startedAt}. ` +
          `Wait for it to end. If that process is something else, remove ${this.file}.`,
      );
    }
    if (before !== undefined) {
      this.dead = { startedAt: new Date(before.startedAt), lastSeen: statSync(this.file).mtime };
    }
    // A lock of the run before may still be there when this one is killed too, so it counts from that one's start.
    const startedAt = before?.startedAt ?? new Date().toISOString();
    writeFileSync(this.file, JSON.stringify({ pid: process.pid, startedAt }));
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
  }

  end(): void {
    clearInterval(this.heartbeat);
    rmSync(this.file, { force: true });
  }

  private beat(): void {
    const now = new Date();
    utimesSync(this.file, now, now);
  }

  private read(): { pid: number; startedAt: string } | undefined {
    if (!existsSync(this.file)) return undefined;
    // Nothing of one that was killed while it was written, which comes before everything else.
    return parseJson(readFileSync(this.file, 'utf8'));
  }
}
