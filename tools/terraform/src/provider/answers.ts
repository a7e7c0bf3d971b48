import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** What one provider binary answered to questions whose answer is always the same, kept for every later process. */
export class ProviderAnswers {
  private readonly folder: string;
  private readonly identity: string;

  constructor(folder: string, provider: string) {
    this.folder = folder;
    const { size, mtimeMs } = statSync(provider);
    this.identity = JSON.stringify([provider, size, mtimeMs]);
  }

  find(method: string, request: Uint8Array): Buffer | undefined {
    const file = this.fileOf(method, request);
    return existsSync(file) ? readFileSync(file) : undefined;
  }

  keep(method: string, request: Uint8Array, answer: Uint8Array): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.forgetOld();
    const file = this.fileOf(method, request);
    // Others read it meanwhile: it is there as a whole or not at all.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, answer, { mode: 0o600 });
    renameSync(part, file);
  }

  private fileOf(method: string, request: Uint8Array): string {
    const hash = createHash('sha256').update(`${this.identity}\n${method}\n`).update(request);
    return join(this.folder, hash.digest('hex'));
  }

  /** An emulator on another port is another question, so they pile up. */
  private forgetOld(): void {
    for (const name of readdirSync(this.folder)) {
      const file = join(this.folder, name);
      const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (modified < Date.now() - A_WEEK_MS) rmSync(file, { force: true });
    }
  }
}
