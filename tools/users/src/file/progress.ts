import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Where an interrupted run goes on: a file of JSON that only its owner reads, there until the work is done. */
export class Progress<T> {
  constructor(readonly path: string) {}

  read(): T | undefined {
    return existsSync(this.path) ? (JSON.parse(readFileSync(this.path, 'utf8')) as T) : undefined;
  }

  /** In one step, so that it is never half written. */
  save(progress: T): void {
    writeFileSync(`${this.path}.new`, JSON.stringify(progress), { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
  }

  done(): void {
    rmSync(this.path, { force: true });
  }
}
