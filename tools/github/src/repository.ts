import { UserError } from '@gatehouse/cli-kit';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** @throws UserError for anything but owner/name */
export function parseRepository(text: string): Repository {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (!owner || !repo) {
    throw new UserError(
      `--repository: expected owner/name, such as $GITHUB_REPOSITORY, found ${JSON.stringify(text)}.`,
    );
  }
  return { owner, repo };
}
