import { git } from '../base/git';

/** What of the code is checked out. */
export interface CheckedOut {
  /** @default null - it is no repository */
  readonly commit: string | null;
  /** Whether files differ from that commit. */
  readonly changed: boolean;
}

export function checkedOut(workspaceRoot: string): CheckedOut {
  try {
    const commit = git(workspaceRoot, 'rev-parse', 'HEAD').trim();
    return { commit, changed: git(workspaceRoot, 'status', '--porcelain').trim() !== '' };
  } catch {
    // A downloaded archive is no repository.
    return { commit: null, changed: false };
  }
}
