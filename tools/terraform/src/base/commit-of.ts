import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { parseJson } from '../parse-json';
import { git } from './git';

/** @throws UserError when Git does not know the revision */
export function commitOf(workspaceRoot: string, revision: string): string {
  try {
    return git(workspaceRoot, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
  } catch {
    throw new UserError(
      `Git knows no commit "${revision}".\nName one with --base; a shallow clone has to fetch it first (actions/checkout: "fetch-depth: 0").`,
    );
  }
}

/**
 * Where the work that is checked out began: its newest commit that the branch `defaultBase` of nx.json has too.
 *
 * @throws UserError when Git does not know that branch
 */
export function defaultBase(workspaceRoot: string): string {
  const file = join(workspaceRoot, 'nx.json');
  const settings = existsSync(file) ? parseJson<{ defaultBase?: string }>(readFileSync(file, 'utf8')) : undefined;
  const branch = settings?.defaultBase ?? 'main';
  for (const name of [branch, `origin/${branch}`]) {
    try {
      return git(workspaceRoot, 'merge-base', 'HEAD', name).trim();
    } catch {
      // The next one: a checkout of CI has no local branch.
    }
  }
  throw new UserError(`Git knows no branch "${branch}" to compare with.\nName a commit with --base.`);
}
