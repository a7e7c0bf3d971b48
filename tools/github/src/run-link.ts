/**
 * Where the run is to be seen that this process is a step of.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 *
 * @returns nothing outside of GitHub Actions
 */
export function runLink(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
