import { sameText, writeMarked } from './body';
import { type GitHub } from './client';
import { createOnce, unrepeated } from './create-once';
import { explained } from './errors';
import { type Repository } from './repository';
import { firstOwn } from './first-own';

export const REVIEW_MARKER = '<!-- gatehouse-plan-review -->';

export interface StickyComment extends Repository {
  readonly pullRequest: number;
  readonly text: string;
  /** Where all of it is, for a text that is too long. */
  readonly link?: string;
  /** Write nothing when there is no comment yet. */
  readonly onlyUpdate?: boolean;
}

export type Posted = 'created' | 'updated' | 'unchanged' | 'nothing to update';

/**
 * One comment a pull request, brought up to date in place. It is known by a hidden first line and by who wrote it, so
 * the comment of a user who pastes that line is never taken.
 *
 * @throws UserError with what to do about it
 */
export async function postComment(github: GitHub, comment: StickyComment): Promise<Posted> {
  return explained(`comment on pull request ${comment.pullRequest}`, () =>
    writeMarked({ ...comment, marker: REVIEW_MARKER }, (body) => post(github, comment, body)),
  );
}

async function post(github: GitHub, comment: StickyComment, body: string): Promise<Posted> {
  const { owner, repo, pullRequest } = comment;
  const find = () => findOwn(github, comment);
  const found = await find();
  if (found === undefined) {
    if (comment.onlyUpdate) return 'nothing to update';
    const parameters = { owner, repo, issue_number: pullRequest, body, request: unrepeated };
    await createOnce(
      () => github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', parameters),
      find,
    );
    return 'created';
  }
  if (sameText(found.body, body)) return 'unchanged';
  const parameters = { owner, repo, comment_id: Number(found.id), body };
  await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', parameters);
  return 'updated';
}

async function findOwn(github: GitHub, { owner, repo, pullRequest }: StickyComment) {
  const comments = await github.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...{ owner, repo, issue_number: pullRequest },
    per_page: 100,
  });
  return firstOwn(github, REVIEW_MARKER, comments);
}
