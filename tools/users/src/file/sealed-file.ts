import { appendFileSync, closeSync, createReadStream, fsyncSync, openSync, statSync, truncateSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UserError } from '@gatehouse/cli-kit';
import { type Header, type Page } from '../model';
import { Envelope, type KmsSettings } from './envelope';

/** An export on disk: a line that says what it is, then a line of JSON for each page, encrypted. */
export class SealedFile {
  private constructor(
    readonly path: string,
    readonly header: Header,
    private readonly envelope: Envelope,
    private pages: number,
  ) {}

  /** Begins an export; only its owner can read it. */
  static begin(path: string, header: Header, kms: KmsSettings): SealedFile {
    closeSync(openSync(path, 'w', 0o600));
    const file = new SealedFile(path, header, new Envelope(header, kms), 0);
    file.write(header);
    return file;
  }

  /** Goes on with an export. What was written after `bytes` is of a page that was interrupted. */
  static goOn(path: string, header: Header, kms: KmsSettings, at: Position): SealedFile {
    truncateSync(path, at.bytes);
    return new SealedFile(path, header, new Envelope(header, kms), at.pages);
  }

  /** @returns where the next page goes, once this one is on the disk */
  async append(page: Page): Promise<Position> {
    this.write({ page: this.pages, sealed: await this.envelope.seal(this.pages, JSON.stringify(page)) });
    this.pages += 1;
    return this.position;
  }

  get position(): Position {
    return { pages: this.pages, bytes: statSync(this.path).size };
  }

  private write(line: object): void {
    const file = openSync(this.path, 'a');
    try {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

/** How much of an export is written. */
export interface Position {
  readonly pages: number;
  readonly bytes: number;
}

/**
 * The pages of an export, the last one too.
 *
 * @throws UserError when it is no export, not complete, or cannot be decrypted
 */
export async function* readSealed(path: string, kms: KmsSettings): AsyncGenerator<Page> {
  let envelope: Envelope | undefined;
  let pages = 0;
  let last: Page | undefined;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (envelope === undefined) {
      envelope = new Envelope(headerOf(path, line), kms);
      continue;
    }
    last = await openLine(path, envelope, pages, line);
    pages += 1;
    yield last;
  }
  if (last?.kind === 'end') return;
  throw new UserError(
    `${path} is not complete: run the export again with the same file, and it goes on where it stopped.`,
  );
}

async function openLine(path: string, envelope: Envelope, page: number, line: string): Promise<Page> {
  try {
    const { sealed } = JSON.parse(line) as { readonly sealed: string };
    return JSON.parse(await envelope.open(page, sealed)) as Page;
  } catch (cause) {
    const { message } = cause as Error;
    const what = `${path}, line ${page + 2}: expected page ${page} of the export, which cannot be decrypted (${message}).`;
    const advice = 'Check that the role may use the key of the export, and that the file is as it was exported.';
    throw new UserError(`${what} ${advice}`, { cause });
  }
}

function headerOf(path: string, line: string): Header {
  const refuse = (cause?: unknown): never => {
    throw new UserError(`${path}: expected an export of users, found something else. Name a file of "export-users".`, {
      cause,
    });
  };
  try {
    const header = JSON.parse(line) as Header;
    return header.format === 'gatehouse-users-1' ? header : refuse();
  } catch (cause) {
    return refuse(cause);
  }
}
