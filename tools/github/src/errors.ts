import { UserError } from '@gatehouse/cli-kit';

/** What a failed request of Octokit looks like. */
export interface RequestFailure extends Error {
  readonly status: number;
  readonly request?: { readonly method: string; readonly url: string };
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data?: unknown;
  };
}

export const isRequestFailure = (error: unknown): error is RequestFailure =>
  error instanceof Error && typeof (error as Partial<RequestFailure>).status === 'number';

/**
 * Says what GitHub refused, and what to do about it.
 *
 * @param doing what was tried, such as "comment on pull request 7"
 * @returns the error itself when it is not an answer of GitHub's
 */
export function explain(error: unknown, doing: string): unknown {
  if (!isRequestFailure(error)) return error;
  const { status, message, request } = error;
  const where = request ? ` (${request.method} ${withoutQuery(request.url)})` : '';
  return new UserError(`GitHub did not let us ${doing}: ${status} ${message}${where}.\n${remediationFor(error)}`);
}

function remediationFor({ status, message, response }: RequestFailure): string {
  if (status === 401) return 'GITHUB_TOKEN is wrong or has expired.';
  if (response?.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)) {
    return 'The rate limit of this token is used up; run the job again later.';
  }
  if (status === 403 && /not accessible by integration|must have admin|read-only/i.test(message)) {
    return [
      'The token may only read. For a pull request from a fork that is how it must be: push its branch to this',
      'repository to have it planned and commented. Else give the job `permissions: pull-requests: write`',
      '(for an issue: `issues: write`).',
    ].join('\n');
  }
  if (status === 404) return 'It does not exist, or the token may not see it. Check --repository and the number.';
  if (status === 410) return 'Issues are switched off for the repository; switch them on in its settings.';
  if (status >= 500 && response === undefined)
    return 'GitHub could not be reached. Check GITHUB_API_URL and the network.';
  if (status >= 500) return 'GitHub has a problem of its own (https://www.githubstatus.com); run the job again later.';
  return 'Nothing was changed.';
}

/**
 * Runs requests, and explains what GitHub refused.
 *
 * @param doing what is tried, such as "comment on pull request 7"
 * @throws GitHubError with what to do
 */
export async function explained<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error, doing);
  }
}

const withoutQuery = (url: string): string => url.replace(/\?.*/s, '');
