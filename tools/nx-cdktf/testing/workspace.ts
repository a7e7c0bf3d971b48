import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ORIGINAL = resolve(__dirname, '../../..');

/** A copy of this workspace with a cache of its own, in which files can be changed. */
export class WorkspaceCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'gatehouse-workspace-'));

  constructor() {
    const files = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: ORIGINAL });
    for (const file of files.toString().split('\0').filter(Boolean)) {
      // Git also lists a file that was deleted and not committed.
      if (existsSync(join(ORIGINAL, file))) cpSync(join(ORIGINAL, file), join(this.root, file));
    }
    linkPackages(ORIGINAL, this.root);
    this.git('init', '-q');
  }

  append(file: string, text: string): void {
    appendFileSync(join(this.root, file), text);
  }

  /** Standard output of an Nx command. */
  nx(...args: string[]): string {
    const command = join(ORIGINAL, 'node_modules/.bin/nx');
    return execFileSync(process.execPath, [command, ...args], {
      cwd: this.root,
      env: { ...withoutNx(process.env), NX_DAEMON: 'false', NX_TUI: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  private git(...args: string[]): void {
    execFileSync('git', args, { cwd: this.root });
  }
}

// Installed packages are shared; those of the workspace must be the copy's own.
function linkPackages(from: string, to: string): void {
  const entries = readdirSync(join(from, 'node_modules'));
  mkdirSync(join(to, 'node_modules/@gatehouse'), { recursive: true });
  for (const entry of entries.filter((name) => name !== '@gatehouse' && name !== '.cache')) {
    symlinkSync(join(from, 'node_modules', entry), join(to, 'node_modules', entry));
  }
  for (const name of readdirSync(join(from, 'node_modules/@gatehouse'))) {
    const link = join('node_modules/@gatehouse', name);
    const target = readlinkSync(join(from, link));
    symlinkSync(target, join(to, link));
    const own = join(dirname(link), target, 'node_modules');
    symlinkSync(join(from, own), join(to, own));
  }
}

/** A test that Nx runs must not hand its own task's settings to the Nx that it starts. */
const withoutNx = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NX_')));
