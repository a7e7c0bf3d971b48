import { type GitHub } from './client';
import { UserError } from '@gatehouse/cli-kit';
import { explain, isRequestFailure } from './errors';
import { type Repository } from './repository';

/**
 * Whether jobs that name a GitHub environment wait for a person. GitHub makes an environment that does not exist on
 * first use, with no protection, so a job that relies on an approval has to look.
 *
 * https://docs.github.com/en/rest/deployments/environments#get-an-environment
 *
 * @returns who is asked, such as `team security`
 * @throws UserError when no one is, and what to set
 */
export async function requireApproval(
  github: GitHub,
  { owner, repo }: Repository,
  environment: string,
): Promise<string[]> {
  const reviewers = await reviewersOf(github, { owner, repo }, environment);
  if (reviewers.length > 0) return reviewers;
  throw new UserError(
    [
      `No one is asked before a job of the GitHub environment "${environment}" runs, so it approves nothing.`,
      `Set "Required reviewers" in Settings > Environments > ${environment} of ${owner}/${repo}, and run the job again:`,
      'docs/pull-requests.md.',
    ].join('\n'),
  );
}

async function reviewersOf(github: GitHub, place: Repository, environment: string): Promise<string[]> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/environments/{environment_name}', {
      ...place,
      environment_name: environment,
    });
    const reviewers = (data.protection_rules ?? []).flatMap((rule) =>
      'reviewers' in rule ? (rule.reviewers ?? []) : [],
    );
    return reviewers.map(({ type, reviewer }) => {
      const name = reviewer && ('login' in reviewer ? reviewer.login : 'slug' in reviewer ? reviewer.slug : '');
      return `${(type ?? 'user').toLowerCase()} ${name}`;
    });
  } catch (error) {
    if (isRequestFailure(error) && error.status === 404) return [];
    throw explain(error, `look up the environment ${environment}`);
  }
}
