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
    if (!existsSync(this.path)) return undefined;
    const state = parseState(readFileSync(this.path, 'utf8'));
    if (state === undefined) this.setAside('incomplete');
    return state;
  }

  /** Keeps it under another name, for people. */
  setAside(why: string): string {
    const kept = `${this.path}.${why}`;
    renameSync(this.path, kept);
    return kept;
  }

  remove(): void {
    rmSync(this.path);
    rmSync(`${this.path}.backup`, { force: true });
  }
}
