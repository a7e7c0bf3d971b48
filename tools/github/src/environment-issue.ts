import { sameText, writeMarked } from './body';
import { type GitHub } from './client';
import { createOnce, unrepeated } from './create-once';
import { explained } from './errors';
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
  return explained(`write ${nameOf(issue)}`, () =>
    writeMarked({ ...issue, marker: markerOf(issue) }, (body) => write(github, issue, body)),
  );
}

/**
 * Closes the issue of an environment, with a comment that says why.
 *
 * @throws UserError with what to do about it
 */
export async function closeIssue(github: GitHub, issue: Omit<EnvironmentIssue, 'title'>): Promise<Reported> {
  const { owner, repo, text } = issue;
  return explained(`close ${nameOf(issue)}`, async () => {
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
  const find = () => findOwn(github, issue);
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

type Which = Pick<EnvironmentIssue, 'owner' | 'repo' | 'environment' | 'label'>;

async function findOwn(github: GitHub, issue: Which) {
  const { owner, repo, label } = issue;
  const issues = await github.paginate('GET /repos/{owner}/{repo}/issues', {
    ...{ owner, repo, labels: label },
    state: 'open',
    per_page: 100,
  });
  // For GitHub a pull request is an issue too.
  const own = issues.filter(({ pull_request }) => !pull_request);
  return firstOwn(github, markerOf(issue), own);
}

const markerOf = ({ label, environment }: Which): string => `<!-- gatehouse-${label} ${environment} -->`;

const nameOf = ({ label, environment }: Which): string => `the ${label} issue of ${environment}`;
