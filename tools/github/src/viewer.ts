import { type GitHub } from './client';

/**
 * Login that what this token writes is signed with, such as `github-actions[bot]`. Only GraphQL tells it to tokens of
 * apps, and a workflow's token is one.
 */
export async function viewer(github: GitHub): Promise<string> {
  const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
  return viewer.login;
}
