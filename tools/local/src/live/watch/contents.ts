import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Says which files have another content than before: editors write what they have not changed, and Git touches what is the same. */
export class Contents {
  private readonly known = new Map<string, string>();

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

  /** Files that changed since the last call, those in folders too, those that are gone too. */
  async changed(paths: readonly string[]): Promise<string[]> {
    const files = new Set<string>();
    for (const path of paths) for (const file of await this.filesAt(path)) files.add(file);
    const changed: string[] = [];
    for (const file of files) if (await this.hasChanged(file)) changed.push(file);
    return changed;
  }

  private async hasChanged(file: string): Promise<boolean> {
    const hash = await readFile(join(this.root, file)).then(
      (content) => createHash('sha256').update(content).digest('hex'),
      () => undefined,
    );
    if (this.known.get(file) === hash) return false;
    if (hash === undefined) this.known.delete(file);
    else this.known.set(file, hash);
    return true;
  }

  /** A path may be a file, a folder that came with what is in it, or what went with what was in it. */
  private async filesAt(path: string): Promise<string[]> {
    if (this.skips(path)) return [];
    const entries = await readdir(join(this.root, path), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) {
      const below = [...this.known.keys()].filter((file) => file.startsWith(`${path}/`));
      return [path, ...below].filter(this.counts);
    }
    const found: string[] = [];
    for (const entry of entries) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await this.filesAt(child)));
      else if (this.counts(child)) found.push(child);
    }
    return found;
  }
}
