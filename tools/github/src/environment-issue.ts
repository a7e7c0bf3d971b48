import { isMarked, isTooLong, marked, sameText, shortened } from './body';
import { type GitHub } from './client';
import { createOnce, unrepeated } from './create-once';
import { explain } from './errors';
import { type Repository } from './repository';
import { firstOwn } from './first-own';

export interface EnvironmentIssue extends Repository {
  readonly environment: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** Where all of it is, for a text that is too long. */
  readonly link?: string;
}

export type Reported = 'opened' | 'updated' | 'unchanged' | 'closed' | 'nothing to close';

/**
 * One open issue for each environment and label, brought up to date in place. It is known by its label, a hidden first
 * line and who wrote it.
 *
 * @throws UserError with what to do about it
 */
export async function reportIssue(github: GitHub, issue: EnvironmentIssue): Promise<Reported> {
  const marker = markerOf(issue);
  const text = marked(marker, issue.text);
  return explained(issue, 'write', async () => {
    try {
      return await write(github, issue, text);
    } catch (error) {
      if (!isTooLong(error)) throw error;
      return write(github, issue, shortened(marker, text, issue.link));
    }
  });
}

/**
 * Closes the issue of an environment, with a comment that says why.
 *
 * @throws UserError with what to do about it
 */
export async function closeIssue(github: GitHub, issue: Omit<EnvironmentIssue, 'title'>): Promise<Reported> {
  const { owner, repo, text } = issue;
  return explained(issue, 'close', async () => {
    const found = await findOwn(github, issue);
    if (!found) return 'nothing to close';
    const place = { owner, repo, issue_number: found.number };
    await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...place,
      state: 'closed',
      state_reason: 'completed',
    });
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      body: text,
      request: unrepeated,
    });
    return 'closed';
  });
}

async function write(github: GitHub, issue: EnvironmentIssue, body: string): Promise<Reported> {
  const { owner, repo, title, label } = issue;
  const find = (): Promise<Issue | undefined> => findOwn(github, issue);
  const found = await find();
  if (!found) {
    const parameters = { owner, repo, title, body, labels: [label], request: unrepeated };
    await createOnce(() => github.request('POST /repos/{owner}/{repo}/issues', parameters), find);
    return 'opened';
  }
  if (sameText(found.body, body) && found.title === title) return 'unchanged';
  const parameters = { owner, repo, issue_number: found.number, title, body };
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', parameters);
  return 'updated';
}

interface Issue {
  readonly number: number;
  readonly user: { readonly login: string } | null;
  readonly title: string;
  readonly body?: string | null;
}

type Which = Pick<EnvironmentIssue, 'owner' | 'repo' | 'environment' | 'label'>;

async function findOwn(github: GitHub, issue: Which): Promise<Issue | undefined> {
  const { owner, repo, label } = issue;
  const issues = await github.paginate('GET /repos/{owner}/{repo}/issues', {
    ...{ owner, repo, labels: label },
    state: 'open',
    per_page: 100,
  });
  // For GitHub a pull request is an issue too.
  const marked = issues.filter(({ body, pull_request }) => !pull_request && isMarked(markerOf(issue), body));
  return firstOwn(github, marked);
}

const markerOf = ({ label, environment }: Which): string => `<!-- gatehouse-${label} ${environment} -->`;

async function explained<T>({ label, environment }: Which, verb: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error, `${verb} the ${label} issue of ${environment}`);
  }
}
