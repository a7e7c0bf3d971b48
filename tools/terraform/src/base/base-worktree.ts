import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from './git';

/**
 * A commit's files in a temporary folder, with the installed packages of this workspace. Packages of the workspace
 * itself lead to the commit's own sources.
 */
export class BaseWorktree {
  private readonly parent = mkdtempSync(join(tmpdir(), 'gatehouse-base-'));
  readonly root = join(this.parent, 'base');

  /** @throws UserError when there is no such commit */
  constructor(
    private readonly workspaceRoot: string,
    commit: string,
  ) {
    try {
      git(workspaceRoot, 'worktree', 'add', '--detach', '--quiet', this.root, commit);
      this.linkPackages();
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  remove(): void {
    rmSync(this.parent, { recursive: true, force: true });
    git(this.workspaceRoot, 'worktree', 'prune');
  }

  private linkPackages(): void {
    linkEntries(join(this.workspaceRoot, 'node_modules'), join(this.root, 'node_modules'));
    for (const folder of ['apps', 'libs', 'tools'].filter((name) => existsSync(join(this.root, name)))) {
      for (const name of readdirSync(join(this.root, folder))) this.linkPackage(join(folder, name));
    }
  }

  /** One of the workspace's own, as the commit has it. */
  private linkPackage(folder: string): void {
    const manifest = join(this.root, folder, 'package.json');
    if (!existsSync(manifest)) return;
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
    if (name) link(join(this.root, folder), join(this.root, 'node_modules', name));
    // Packages that npm could not share with the others.
    const own = join(this.workspaceRoot, folder, 'node_modules');
    if (existsSync(own)) link(own, join(this.root, folder, 'node_modules'));
  }
}

/** Every installed package but those that are links into the workspace. */
function linkEntries(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.') || entry === '.bin')) {
    const source = join(from, name);
    if (name.startsWith('@')) linkEntries(source, join(to, name));
    else if (!leadsIntoWorkspace(source)) link(source, join(to, name));
  }
}

const leadsIntoWorkspace = (path: string): boolean =>
  lstatSync(path).isSymbolicLink() && !readlinkSync(path).includes('node_modules');

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}
