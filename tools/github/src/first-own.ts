import { isMarked } from './body';
import { type GitHub } from './client';

/**
 * Picks the first marked text that this token wrote. Its login, such as `github-actions[bot]`, is in GraphQL only for tokens of apps, and
 * a workflow's token is one; it is not asked for where there is nothing to pick from.
 */
export async function firstOwn<T extends Written>(
  github: GitHub,
  marker: string,
  texts: readonly T[],
): Promise<T | undefined> {
  const candidates = texts.filter(({ body }) => isMarked(marker, body));
  if (candidates.length === 0) return undefined;
  const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
  return candidates.find(({ user }) => user?.login === viewer.login);
}

interface Written {
  readonly user?: { readonly login: string } | null;
  readonly body?: string | null;
}
