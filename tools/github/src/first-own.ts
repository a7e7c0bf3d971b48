import { type GitHub } from './client';

/**
 * Picks what this token wrote. Its login, such as `github-actions[bot]`, is in GraphQL only for tokens of apps, and
 * a workflow's token is one; it is not asked for where there is nothing to pick from.
 */
export async function firstOwn<T extends { readonly user?: { readonly login: string } | null }>(
  github: GitHub,
  candidates: readonly T[],
): Promise<T | undefined> {
  if (candidates.length === 0) return undefined;
  const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
  return candidates.find(({ user }) => user?.login === viewer.login);
}
