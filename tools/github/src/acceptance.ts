/** What GitHub says of a pull request, as far as an acceptance depends on it. */
export interface Discussion {
  readonly author: string;
  /** Who wrote or committed what it brings, and who pushed it. */
  readonly involved: readonly string[];
  readonly comments: readonly DiscussionComment[];
}

export interface DiscussionComment {
  readonly author: string;
  /** Not an app, and not a deleted account. */
  readonly person: boolean;
  readonly text: string;
  /** Also by someone else, who may then have written it. */
  readonly edited: boolean;
}

/** What accepts a commit, or one run that deploys it or another one: a comment that is this line and nothing else. */
export const acceptanceOf = (commit: string, run?: string): string =>
  `/accept ${commit}${run === undefined ? '' : ` run ${run}`}`;

/**
 * Who accepts for people of a list, by the rule of two: someone of the list, who neither opened the pull request nor wrote,
 * committed or pushed anything in it, wrote the comment that is wanted and no other, which was never edited.
 *
 * @returns a name, or nothing with why each comment that tried does not count
 */
export function acceptedBy(
  { author, involved, comments }: Discussion,
  wanted: string,
  people: readonly string[],
): { readonly by?: string; readonly refused: readonly string[] } {
  const refused: string[] = [];
  for (const comment of comments) {
    if (!/^\/accept\b/i.test(comment.text.trim())) continue;
    const why = reasonAgainst(comment);
    if (why === undefined) return { by: comment.author, refused };
    refused.push(`${comment.author || 'a deleted account'}: ${why}`);
  }
  return { refused };

  function reasonAgainst(comment: DiscussionComment): string | undefined {
    if (!comment.person) return 'not a person';
    if (comment.edited) return 'the comment was edited; write a new one';
    if (comment.text.trim() !== wanted) return `the comment is not "${wanted}"`;
    if (same(comment.author, author)) return 'opened the pull request';
    if (involved.some((name) => same(comment.author, name))) return 'wrote, committed or pushed a part of it';
    if (!people.some((name) => same(comment.author, name))) return 'not one of the approvers';
    return undefined;
  }
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
