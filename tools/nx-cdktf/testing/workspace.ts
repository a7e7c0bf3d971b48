import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

const ORIGINAL = resolve(__dirname, '../../..');

/** What is made here and never part of the sources. */
const MADE = /^(node_modules|\.git|\.nx|cdktf\.out|dist|coverage|\.terraform.*|outputs\.json|.*\.log)$/;

/** Nx colours what CI shows, also in a pipe. */
const PLAIN = { FORCE_COLOR: '0', NX_DAEMON: 'false', NX_TUI: 'false' };

/** A copy of this workspace with a cache of its own, in which files can be changed. */
export class WorkspaceCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'gatehouse-workspace-'));

  /** Variables on top of the process's own, for everything that is run. */
  env: NodeJS.ProcessEnv = {};

  constructor() {
    // Not by Git: a downloaded archive is no repository.
    cpSync(ORIGINAL, this.root, {
      recursive: true,
      filter: (source) => source === ORIGINAL || !MADE.test(basename(source)),
    });
    linkPackages(ORIGINAL, this.root);
    this.git('init', '-q');
    // .gitignore means folders; here they are links.
    appendFileSync(join(this.root, '.git/info/exclude'), 'node_modules\n');
  }

  append(file: string, text: string): void {
    appendFileSync(join(this.root, file), text);
  }

  /** Standard output of an Nx command. */
  nx(...args: string[]): string {
    return this.node(join(ORIGINAL, 'node_modules/.bin/nx'), ...args);
  }

  /** Standard output of a program that Node runs at the top of the workspace. */
  node(...args: string[]): string {
    return execFileSync(process.execPath, args, {
      cwd: this.root,
      env: { ...withoutNx(process.env), ...PLAIN, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  /** Standard output of a Git command. */
  git(...args: string[]): string {
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...author, ...args], { cwd: this.root, env, stdio: 'pipe' }).toString();
  }

  /** Everything as it is now. @returns the commit's id */
  commit(): string {
    this.git('add', '.');
    this.git('commit', '-qm', 'a commit');
    return this.git('rev-parse', 'HEAD').trim();
  }
}

// Installed packages are shared; those of the workspace must be the copy's own.
function linkPackages(from: string, to: string): void {
  const entries = readdirSync(join(from, 'node_modules'));
  mkdirSync(join(to, 'node_modules/@gatehouse'), { recursive: true });
  for (const entry of entries.filter((name) => !['@gatehouse', '.bin', '.cache'].includes(name))) {
    symlinkSync(join(from, 'node_modules', entry), join(to, 'node_modules', entry));
  }
  // Relative links: our own commands lead to the copy, too.
  mkdirSync(join(to, 'node_modules/.bin'));
  for (const name of readdirSync(join(from, 'node_modules/.bin'))) {
    const link = join('node_modules/.bin', name);
    symlinkSync(readlinkSync(join(from, link)), join(to, link));
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
