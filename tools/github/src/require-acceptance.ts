import { UserError } from '@gatehouse/cli-kit';
import { type LoadOptions, loadEnvironment } from '@gatehouse/environment';
import { acceptanceOf, acceptedBy, type Discussion } from './acceptance';
import { type GitHub } from './client';
import { explained } from './errors';
import { type Repository } from './repository';
import { mergedPullRequest } from './workflow-runs';

export interface Question {
  /** What is accepted: the last commit of an open pull request, or what it was merged as. */
  readonly commit: string;
  readonly environments: readonly string[];
  /** @default - the one that was merged as this commit */
  readonly pullRequest?: number;
  /** Of a deploy out of turn: the comment is for it alone. */
  readonly run?: string;
  /** Who pushed what runs. */
  readonly actor?: string;
}

/**
 * Where GitHub asks no reviewers: whether someone of each environment's `approvers` accepted, by the rule of two. The list is of the
 * files that are checked out, which must not be those of the pull request.
 *
 * @returns who accepted, for each environment
 * @throws UserError when nobody did, and what to do
 */
export async function requireAcceptance(
  github: GitHub,
  repository: Repository,
  { commit, environments, actor, pullRequest, run }: Question,
  options?: LoadOptions,
): Promise<string[]> {
  const number = pullRequest ?? (await mergedPullRequest(github, repository, commit))?.number;
  if (number === undefined)
    throw new UserError(`${commit} was not merged from a pull request, so there is no pull request to accept it in.`);
  const discussion = await discussionOf(github, repository, number, pullRequest === undefined ? undefined : commit);
  const wanted = acceptanceOf(commit, run);
  const about = { ...discussion, involved: [...discussion.involved, ...(actor ? [actor] : [])] };
  return environments.map((name) => {
    const { approvers: people = [] } = loadEnvironment(name, options);
    const { by, refused } = acceptedBy(about, wanted, people);
    if (by !== undefined) return `${name}: accepted by ${by}`;
    throw new UserError(
      [
        `Nobody accepted ${commit} for ${name}.`,
        ...refused.map((line) => `  does not count, ${line}`),
        people.length === 0
          ? `environments/${name}.json lists no "approvers" on the base branch: add them there, in a pull request of its own.`
          : `One of ${people.join(', ')}, who has no part in the pull request, comments on it, and runs this job again:\n  ${wanted}`,
      ].join('\n'),
    );
  });
}

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly author: { readonly login: string } | null;
      readonly headRefOid: string;
      readonly commits: { readonly totalCount: number; readonly nodes: readonly { readonly commit: Commit }[] };
      readonly comments: { readonly nodes: readonly AnswerComment[] };
    };
  };
}

interface Commit {
  readonly authors: { readonly nodes: readonly { readonly user: User }[] };
  readonly committer: { readonly user: User } | null;
}

type User = { readonly login: string } | null;

interface AnswerComment {
  readonly author: { readonly login: string; readonly __typename: string } | null;
  readonly body: string;
  readonly lastEditedAt: string | null;
}

/** REST does not say who edited a comment, and its times are in seconds. */
const QUERY = `query($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      author { login }
      headRefOid
      commits(first: 100) {
        totalCount
        nodes { commit { authors(first: 10) { nodes { user { login } } } committer { user { login } } } }
      }
      comments(last: 100) { nodes { author { login __typename } body lastEditedAt } }
    }
  }
}`;

async function discussionOf(
  github: GitHub,
  { owner, repo }: Repository,
  number: number,
  head: string | undefined,
): Promise<Discussion> {
  const { repository } = await explained(`read pull request ${number}`, () =>
    github.graphql<Answer>(QUERY, { owner, repo, number }),
  );
  const { author, headRefOid, commits, comments } = repository.pullRequest;
  if (head !== undefined && headRefOid !== head) {
    throw new UserError(`Pull request ${number} is at ${headRefOid} by now, and this run reviewed ${head}.`);
  }
  if (commits.totalCount > commits.nodes.length) {
    throw new UserError(
      `Pull request ${number} has ${commits.totalCount} commits; who wrote more than 100 is not looked up.`,
    );
  }
  const users = commits.nodes.flatMap(({ commit }) => [
    ...commit.authors.nodes.map(({ user }) => user?.login),
    commit.committer?.user?.login,
  ]);
  return {
    author: author?.login ?? '',
    involved: users.filter((login) => login !== undefined),
    comments: comments.nodes.map(({ author: by, body, lastEditedAt }) => ({
      author: by?.login ?? '',
      person: by?.__typename === 'User',
      text: body,
      edited: lastEditedAt !== null,
    })),
  };
}
