import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Stack } from '../stacks';

/** Name of the file that Terraform leaves in its working directory when a state cannot be written. */
const ERRORED = 'errored.tfstate';

/** What is known of a lost state besides itself. */
export interface AboutLostState {
  /** Where it belongs, `bucket/key`. */
  readonly place?: string;
  /** When it could not be written. */
  readonly at?: string;
  /** Why not, in one sentence. */
  readonly why?: string;
  /** What had just been created, and may be in no other state. */
  readonly created?: readonly { readonly address: string; readonly id?: string }[];
}

/**
 * Where a state is kept that could not be written: in the app's folder and not in `cdktf.out`, which each synthesis empties.
 * Only the user reads it, for it holds secrets.
 */
export class LostFolder {
  private readonly folder: string;
  private readonly link: string;

  constructor({ directory, workDirectory }: Pick<Stack, 'directory' | 'workDirectory'>) {
    const work = resolve(workDirectory);
    this.folder = join(dirname(dirname(work)), '.lost-state', basename(work));
    this.link = join(resolve(directory), ERRORED);
  }

  get file(): string {
    return join(this.folder, ERRORED);
  }

  /**
   * Lets Terraform write into this folder by itself: it goes on to its end when we are killed, and then nobody moves the file. Where a
   * link cannot be made, `close` moves it.
   */
  open(): void {
    this.takeIn();
    this.make();
    rmSync(this.link, { force: true });
    try {
      symlinkSync(this.file, this.link);
    } catch {
      // Windows lets only some users make one.
    }
  }

  close(): void {
    this.takeIn();
    rmSync(this.link, { force: true });
    this.tidy();
  }

  /** The state as it is there, whole or not; nothing when none was lost. */
  read(): string | undefined {
    this.takeIn();
    return existsSync(this.file) ? readFileSync(this.file, 'utf8') : undefined;
  }

  about(): AboutLostState {
    const file = this.aboutFile;
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AboutLostState) : {};
  }

  /** @param text the state itself @default - it is there already */
  keep(about: AboutLostState, text?: string): void {
    this.make();
    if (text !== undefined) writeFileSync(this.file, text, { mode: 0o600 });
    writeFileSync(this.aboutFile, JSON.stringify(about, null, 2), { mode: 0o600 });
  }

  /** It is written, so nothing is kept. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.tidy();
  }

  private get aboutFile(): string {
    return join(this.folder, 'about.json');
  }

  private make(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** A file in the working directory itself is of a Terraform that was started by hand, or of a system without links. */
  private takeIn(): void {
    if (!lstatSync(this.link, { throwIfNoEntry: false })?.isFile() || existsSync(this.file)) return;
    this.make();
    renameSync(this.link, this.file);
  }

  private tidy(): void {
    for (const folder of [this.folder, dirname(this.folder)]) {
      try {
        rmdirSync(folder);
      } catch {
        // It holds something, or is gone.
      }
    }
  }
}
