import { createHash } from 'node:crypto';
import { type BigIntStats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file as it was read. */
interface Known {
  readonly hash: string;
  /** Another one after each write; none where the next write could get the same one. */
  readonly stamp?: string;
}

/** Says which files have another content than before: editors write what they have not changed, and Git touches what is the same. */
export class Contents {
  private readonly known = new Map<string, Known>();

  /**
   * @param root folder that paths are relative to
   * @param counts whether a file is looked at
   * @param skips whether a folder is left out
   */
  constructor(
    private readonly root: string,
    private readonly counts: (path: string) => boolean,
    private readonly skips: (path: string) => boolean,
  ) {}

  /**
   * Reads everything for the first time.
   *
   * @param since milliseconds since the epoch
   * @returns files that were written after that
   */
  async begin(paths: readonly string[], since: number): Promise<string[]> {
    const written: string[] = [];
    for (const file of await this.changed(paths)) {
      const stats = await this.statsOf(file);
      if (stats && Number(stats.ctimeMs) > since) written.push(file);
    }
    return written;
  }

  /** Files that changed since the last call, those in folders too, those that are gone too. */
  async changed(paths: readonly string[]): Promise<string[]> {
    const files = new Set<string>();
    for (const path of paths) {
      for (const file of await this.filesAt(path)) files.add(file);
      for (const file of this.known.keys()) if (file.startsWith(`${path}/`)) files.add(file);
    }
    const stamped = await Promise.all([...files].map(async (file) => [file, await this.stampOf(file)] as const));
    const changed: string[] = [];
    for (const [file, stamp] of stamped) if (await this.hasChanged(file, stamp)) changed.push(file);
    return changed;
  }

  /** The stamp is from before the file is read: what is written meanwhile has another one. */
  private async hasChanged(file: string, stamp: string | undefined): Promise<boolean> {
    const before = this.known.get(file);
    if (stamp !== undefined && stamp === before?.stamp) return false;
    const hash = await readFile(join(this.root, file)).then(
      (content) => createHash('sha256').update(content).digest('hex'),
      () => undefined,
    );
    if (hash === undefined) return this.known.delete(file);
    this.known.set(file, { hash, stamp });
    return before?.hash !== hash;
  }

  private async stampOf(file: string): Promise<string | undefined> {
    const stats = await this.statsOf(file);
    return stats && stampOf(stats);
  }

  private statsOf(file: string): Promise<BigIntStats | undefined> {
    return lstat(join(this.root, file), { bigint: true }).catch(() => undefined);
  }

  /** A path may be a file, or a folder that came with what is in it; what is gone may have been one. */
  private async filesAt(path: string): Promise<string[]> {
    if (this.skips(path)) return [];
    const entries = await readdir(join(this.root, path), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) return this.counts(path) ? [path] : [];
    const found: string[] = [];
    for (const entry of entries) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await this.filesAt(child)));
      else if (this.counts(child)) found.push(child);
    }
    return found;
  }
}

/** The clock of files goes in steps of some milliseconds; a disk far away may have a clock of its own. */
const SAME_TIME_MS = 5_000;

function stampOf({ ctimeMs, ctimeNs, ino, size }: BigIntStats): string | undefined {
  if (Math.abs(Date.now() - Number(ctimeMs)) < SAME_TIME_MS) return undefined;
  return `${ino} ${size} ${ctimeNs}`;
}
