import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * States that the destroy of a removed environment could not write. Commands keep them in the environment's app, which is in a worktree
 * that goes away: between two runs they are in `.lost-state/<environment>` of the workspace.
 */
export class RemovedLostStates {
  readonly folder: string;
  private readonly inApp: string;

  constructor(workspaceRoot: string, worktreeRoot: string, environment: string) {
    this.folder = join(workspaceRoot, '.lost-state', environment);
    this.inApp = join(worktreeRoot, 'apps', environment, '.lost-state');
  }

  /** @returns whether an earlier run left some */
  bringIn(): boolean {
    return move(this.folder, this.inApp);
  }

  /** @returns whether there are some now */
  bringOut(): boolean {
    return move(this.inApp, this.folder);
  }
}

/** By a copy first: a temporary folder may be on another disk, and what is there is nowhere else. */
function move(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  cpSync(from, to, { recursive: true });
  rmSync(from, { recursive: true });
  return true;
}
