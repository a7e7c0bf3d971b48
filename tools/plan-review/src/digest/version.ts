import { createHash, hash, type Hash } from 'node:crypto';

/** What a digest covers, and how: digests of different versions say nothing about each other. version.test.ts holds it to that. */
export const VERSION = 'gh2';

const LENGTH = 40;
const CHUNK = 65_536;

/** Whether a text is a digest of another version: its plans have to be reviewed again. */
export const isOldDigest = (text: string): boolean => /^gh\d+-[0-9a-f]+$/.test(text) && !text.startsWith(`${VERSION}-`);

export const digestOfText = (text: string): string => `${VERSION}-${hash('sha256', text, 'hex').slice(0, LENGTH)}`;

/** Takes lines as they come and keeps none of them. */
export class LineHash {
  private readonly hash: Hash = createHash('sha256');
  private waiting = '';

  add(line: string): void {
    this.waiting += `${line}\n`;
    if (this.waiting.length > CHUNK) this.flush();
  }

  value(): string {
    this.flush();
    return this.hash.digest('hex').slice(0, LENGTH);
  }

  private flush(): void {
    this.hash.update(this.waiting);
    this.waiting = '';
  }
}
