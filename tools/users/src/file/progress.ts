import { UserError } from '@gatehouse/cli-kit';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Where an interrupted run goes on: a file of JSON that only its owner reads, there until the work is done. */
export class Progress<T> {
  constructor(readonly path: string) {}

  /** @throws UserError when someone else wrote into it */
  read(): T | undefined {
    if (!existsSync(this.path)) return undefined;
    try {
      return JSON.parse(readFileSync(this.path, 'utf8')) as T;
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      const what = `${this.path}: expected where an interrupted run goes on, found no JSON (${cause.message}).`;
      throw new UserError(`${what} Restore it, or delete it to begin anew.`, { cause });
    }
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
