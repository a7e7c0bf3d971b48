import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BootstrapTarget } from '@gatehouse/environment';
import { workDirectory } from '../workspace';
import { parseState, type StateFile } from './state-file';

/** The state of a bootstrap whose bucket does not hold it yet. */
export class LocalState {
  readonly path: string;

  constructor(target: BootstrapTarget) {
    this.path = join(workDirectory(target), 'local.tfstate');
  }

  /** @returns nothing when there is none, or when a run was killed while it wrote: everything is then found again */
  read(): StateFile | undefined {
    const text = existsSync(this.path) ? readFileSync(this.path, 'utf8') : '';
    const state = parseState(text);
    // Terraform empties the file before it writes.
    if (state === undefined && text !== '') this.setAside('incomplete');
    return state;
  }

  /** Keeps it under another name, for people. */
  setAside(why: string): string {
    const kept = `${this.path}.${why}`;
    renameSync(this.path, kept);
    return kept;
  }

  remove(): void {
    for (const path of [this.path, `${this.path}.backup`]) rmSync(path, { force: true });
  }
}
