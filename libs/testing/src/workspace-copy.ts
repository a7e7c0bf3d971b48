import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

const ORIGINAL = resolve(__dirname, '../../..');

/** What is made here and never part of the sources. */
const MADE = /^(node_modules|\.git|\.nx|cdktf\.out|dist|coverage|\.terraform.*|outputs\.json|.*\.log)$/;

/** The sources in a temporary folder, for a test to edit as a user would; third-party packages are shared. */
export class WorkspaceCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'gatehouse-copy-'));

  constructor() {
    // Not by Git: a downloaded archive is no repository.
    cpSync(ORIGINAL, this.root, {
      recursive: true,
      filter: (source) => source === ORIGINAL || !MADE.test(basename(source)),
    });
    this.linkPackages();
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  append(file: string, text: string): void {
    appendFileSync(this.path(file), text);
  }

  /** @throws when the text is not there exactly once, so that a test cannot edit nothing */
  replace(file: string, text: string, by: string): void {
    const before = readFileSync(this.path(file), 'utf8');
    const occurrences = before.split(text).length - 1;
    if (occurrences !== 1) throw new Error(`${file}: expected "${text}" once, found it ${occurrences} times`);
    writeFileSync(
      this.path(file),
      before.replace(text, () => by),
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Our own packages and commands lead to the copy by relative links, all others to the real ones. */
  private linkPackages(): void {
    const modules = join(ORIGINAL, 'node_modules');
    mkdirSync(this.path('node_modules'));
    for (const name of readdirSync(modules)) {
      if (!['@gatehouse', '.bin', '.cache'].includes(name))
        symlinkSync(join(modules, name), this.path('node_modules', name));
    }
    for (const folder of ['.bin', '@gatehouse']) {
      mkdirSync(this.path('node_modules', folder));
      for (const name of readdirSync(join(modules, folder)))
        symlinkSync(readlinkSync(join(modules, folder, name)), this.path('node_modules', folder, name));
    }
    for (const name of readdirSync(join(modules, '@gatehouse'))) {
      const own = join('node_modules/@gatehouse', readlinkSync(join(modules, '@gatehouse', name)), 'node_modules');
      if (existsSync(join(ORIGINAL, own)) && existsSync(this.path(dirname(own))))
        symlinkSync(join(ORIGINAL, own), this.path(own));
    }
  }
}
