import {
  appendFileSync,
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  type ReadStream,
  statSync,
  truncateSync,
} from 'node:fs';
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
    private at: Position,
  ) {}

  /** Begins an export; only its owner can read it. */
  static begin(path: string, header: Header, kms: KmsSettings): SealedFile {
    closeSync(openSync(path, 'w', 0o600));
    const file = new SealedFile(path, header, new Envelope(header, kms), { pages: 0, bytes: 0 });
    file.write(header);
    return file;
  }

  /**
   * Goes on with an export. What was written after `bytes` is of a page that was interrupted.
   *
   * @throws UserError when the file has become another one
   */
  static goOn(path: string, header: Header, kms: KmsSettings, at: Position): SealedFile {
    if (!beginsWith(path, header) || statSync(path).size < at.bytes) {
      throw new UserError(
        `${path}: expected the ${at.bytes} bytes of the export that was interrupted, found another file. ` +
          'Restore it, or name another file with --out to begin anew.',
      );
    }
    truncateSync(path, at.bytes);
    return new SealedFile(path, header, new Envelope(header, kms), at);
  }

  /** @returns where the next page goes, once this one is on the disk */
  async append(page: Page): Promise<Position> {
    const { pages } = this.at;
    this.write({ page: pages, sealed: await this.envelope.seal(pages, JSON.stringify(page)) });
    this.at = { ...this.at, pages: pages + 1 };
    return this.at;
  }

  get position(): Position {
    return this.at;
  }

  /** @throws UserError when something else has written into the file meanwhile */
  private write(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    const file = openSync(this.path, 'a');
    try {
      if (fstatSync(file).size !== this.at.bytes) throw new UserError(sharedFile(this.path));
      appendFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    this.at = { ...this.at, bytes: this.at.bytes + Buffer.byteLength(text) };
  }
}

const sharedFile = (path: string): string =>
  `${path}: expected nobody else to write into it, found that another export does. Let one of them run alone: it goes on.`;

function beginsWith(path: string, header: Header): boolean {
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  const file = openSync(path, 'r');
  try {
    const found = Buffer.alloc(line.length);
    readSync(file, found);
    return found.equals(line);
  } finally {
    closeSync(file);
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
  for await (const line of createInterface({ input: streamOf(path), crlfDelay: Infinity })) {
    if (envelope === undefined) {
      envelope = new Envelope(headerOf(path, line), kms);
      continue;
    }
    last = await openLine(path, envelope, pages, line);
    pages += 1;
    yield last;
  }
  if (envelope === undefined) throw noExport(path, 'an empty file');
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

function streamOf(path: string): ReadStream {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw noExport(path, 'no file of this name');
  if (found.isDirectory()) throw noExport(path, 'a folder');
  return createReadStream(path);
}

function headerOf(path: string, line: string): Header {
  const header = parsed(line) as Partial<Header> | null | undefined;
  if (header?.format !== 'gatehouse-users-1') throw noExport(path, 'something else');
  return header as Header;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const noExport = (path: string, found: string): UserError =>
  new UserError(`${path}: expected an export of users, found ${found}. Name a file of "export-users".`);
