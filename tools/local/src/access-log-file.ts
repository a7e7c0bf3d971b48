import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const LARGEST = 10 * 1024 * 1024;

/** A file of access log lines, empty at a start. When it is full it begins again, and what was in it is kept beside it as `.1`. */
export class AccessLogFile {
  private size = 0;

  constructor(
    private readonly path: string,
    private readonly largest = LARGEST,
  ) {
    rmSync(this.before, { force: true });
    writeFileSync(path, '');
  }

  readonly write = (line: string): void => {
    const text = `${line}\n`;
    const bytes = Buffer.byteLength(text);
    if (this.size > 0 && this.size + bytes > this.largest) {
      renameSync(this.path, this.before);
      this.size = 0;
    }
    appendFileSync(this.path, text);
    this.size += bytes;
  };

  /** `access.1.log` of `access.log` */
  private get before(): string {
    return this.path.replace(/(\.[^./\\]*)?$/, '.1$1');
  }
}
