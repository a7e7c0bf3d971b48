import { UserError } from '@gatehouse/cli-kit';
import { type GitHub } from './client';
import { explained } from './errors';
import { type Repository } from './repository';

/**
 * The run that reviewed what a commit of a branch brought: the last successful one of a workflow on the last commit of
 * the pull request that was merged as this commit.
 *
 * @returns nothing for a commit that was pushed without a pull request, or was not reviewed
 */
export async function reviewedRun(
  github: GitHub,
  { owner, repo }: Repository,
  { commit, workflow }: { commit: string; workflow: string },
): Promise<{ readonly pullRequest: number; readonly runId: number } | undefined> {
  return explained(`look up the review of ${commit}`, async () => {
    const merged = await mergedPullRequest(github, { owner, repo }, commit);
    if (!merged) return undefined;
    const of = { head_sha: merged.head.sha, event: 'pull_request' };
    const run = await lastSuccessfulRun(github, { owner, repo, workflow_id: workflow, ...of });
    return run && { pullRequest: merged.number, runId: Number(run.id) };
  });
}

/**
 * The first of several commits of a branch that was reviewed before it was merged.
 *
 * @throws UserError when none was
 */
export async function reviewedCommit(
  github: GitHub,
  repository: Repository,
  { commits, workflow }: { commits: readonly string[]; workflow: string },
): Promise<{ readonly commit: string; readonly runId: number }> {
  for (const commit of commits) {
    const run = await reviewedRun(github, repository, { commit, workflow });
    if (run) return { commit, runId: run.runId };
  }
  throw new UserError(
    [
      `None of ${commits.join(', ') || 'no commits'} was reviewed: merged from a pull request with a successful run of ${workflow}.`,
      'Name another commit, or revert what is wrong in a pull request.',
    ].join('\n'),
  );
}

/** The pull request that was merged as a commit. */
export async function mergedPullRequest(github: GitHub, { owner, repo }: Repository, commit: string) {
  const { data: pulls } = await github.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
    ...{ owner, repo, commit_sha: commit },
  });
  // Others contain the commit too, such as those that were opened from a branch after it.
  return pulls.find((pull) => pull.merged_at && pull.merge_commit_sha === commit);
}

/** The commit of the last run of a workflow that was successful on a branch. */
export async function lastSuccess(
  github: GitHub,
  { owner, repo }: Repository,
  { branch, workflow }: { branch: string; workflow: string },
): Promise<string | undefined> {
  return explained(`look up the runs of ${workflow}`, async () => {
    const run = await lastSuccessfulRun(github, { owner, repo, workflow_id: workflow, branch });
    return run?.head_sha;
  });
}

type Which = Repository & { workflow_id: string; branch?: string; head_sha?: string; event?: string };

async function lastSuccessfulRun(github: GitHub, which: Which) {
  const runs = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const { data } = await github.request(runs, { ...which, status: 'success', per_page: 1 });
  return data.workflow_runs[0];
}
