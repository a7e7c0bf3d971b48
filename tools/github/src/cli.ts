import { EnvironmentError } from '@gatehouse/environment';
import { Command, Option } from 'commander';
import { requireApproval } from './approval';
import { ciRole } from './ci-role';
import { clientFromEnvironment, type GitHub } from './client';
import { closeIssue, reportIssue } from './environment-issue';
import { GitHubError } from './errors';
import { processEnv } from './process-env';
import { readText } from './read-text';
import { parseRepository, type Repository } from './repository';
import { runLink } from './run-link';
import { postComment } from './sticky-comment';
import { byTier } from './tiers';
import { lastSuccess, reviewedRun } from './workflow-runs';

const program = new Command('github')
  .description('What workflows ask of GitHub. Exit code 0: done, 1: not, and why.')
  .addHelpText(
    'after',
    '\nThe token is GITHUB_TOKEN; the API is at GITHUB_API_URL (default: https://api.github.com).',
  );

remote('comment', 'write the review of a pull request: one comment, brought up to date in place')
  .requiredOption('--pull-request <number>', 'its number', wholeNumber)
  .requiredOption('--file <file>', 'Markdown; - is standard input')
  .option('--only-update', 'write nothing when there is no comment yet')
  .action((options: RemoteOptions & { pullRequest: number; file: string; onlyUpdate?: true }) =>
    reaching(options, async (github, repository) => {
      const { pullRequest, file, onlyUpdate } = options;
      const text = readText(file);
      return [await postComment(github, { ...repository, pullRequest, text, onlyUpdate, link: link() })];
    }),
  );

remote('issue', 'open or bring up to date the one issue of an environment')
  .requiredOption('--environment <name>', 'whose issue it is')
  .requiredOption('--label <label>', 'what it is about, such as drift')
  .requiredOption('--title <title>', 'its title')
  .requiredOption('--file <file>', 'Markdown; - is standard input')
  .action((options: IssueOptions & { title: string }) =>
    reaching(options, async (github, repository) => {
      const { environment, label, title, file } = options;
      const text = readText(file);
      return [await reportIssue(github, { ...repository, environment, label, title, text, link: link() })];
    }),
  );

remote('close-issue', 'close the issue of an environment, if there is one, with a comment')
  .requiredOption('--environment <name>', 'whose issue it is')
  .requiredOption('--label <label>', 'what it is about, such as drift')
  .requiredOption('--file <file>', 'Markdown; - is standard input')
  .action((options: IssueOptions) =>
    reaching(options, async (github, repository) => {
      const { environment, label, file } = options;
      return [await closeIssue(github, { ...repository, environment, label, text: readText(file) })];
    }),
  );

remote('approval', 'check that a person is asked before a job of a GitHub environment runs')
  .requiredOption('--environment <name>', 'of GitHub')
  .action((options: RemoteOptions & { environment: string }) =>
    reaching(options, async (github, repository) => {
      const reviewers = await requireApproval(github, repository, options.environment);
      return [`Approved by one of: ${reviewers.join(', ')}`];
    }),
  );

remote('reviewed-run', 'print the run that reviewed the pull request which was merged as a commit, if any')
  .requiredOption('--commit <sha>', 'the commit on the branch')
  .requiredOption('--workflow <file>', 'the workflow that reviews, such as pull-request.yml')
  .action((options: RemoteOptions & { commit: string; workflow: string }) =>
    reaching(options, async (github, repository) => {
      const run = await reviewedRun(github, repository, options);
      return run ? [`run-id=${run.runId}`, `pull-request=${run.pullRequest}`] : [];
    }),
  );

remote('last-success', 'print the commit of the last successful run of a workflow, if any')
  .requiredOption('--branch <name>', 'where it ran')
  .requiredOption('--workflow <file>', 'such as deploy.yml')
  .action((options: RemoteOptions & { branch: string; workflow: string }) =>
    reaching(options, async (github, repository) => {
      const commit = await lastSuccess(github, repository, options);
      return commit ? [`commit=${commit}`] : [];
    }),
  );

program
  .command('role')
  .description('print the role and the region of an environment, as outputs of a step')
  .argument('<environment>')
  .addOption(new Option('--for <purpose>').choices(['plan', 'deploy']).makeOptionMandatory())
  .action((environment: string, { for: purpose }: { for: 'plan' | 'deploy' }) =>
    printing(async () =>
      Object.entries(ciRole(environment, purpose)).map(([key, value]) => `${key}=${value}`),
    ),
  );

program
  .command('tiers')
  .description('print the environments that have an account, by tier and all of them, as outputs of a step')
  .argument('[environments...]')
  .action((environments: string[]) =>
    printing(async () => {
      const tiers = byTier(environments);
      const lists = { ...tiers, all: Object.values(tiers).flat() };
      return Object.entries(lists).map(([name, list]) => `${name}=${JSON.stringify(list)}`);
    }),
  );

void program.parseAsync();

interface RemoteOptions {
  readonly repository?: string;
}

interface IssueOptions extends RemoteOptions {
  readonly environment: string;
  readonly label: string;
  readonly file: string;
}

function remote(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--repository <owner/name>', 'where (default: GITHUB_REPOSITORY)');
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) program.error(`error: "${text}" is not the number of a pull request.`);
  return Number(text);
}

function link(): string | undefined {
  return runLink(processEnv());
}

/** Standard output is the result and nothing else; waits are told on standard error. */
function reaching(
  options: RemoteOptions,
  work: (github: GitHub, repository: Repository) => Promise<string[]>,
): Promise<void> {
  return printing(async () => {
    const env = processEnv();
    const repository = parseRepository(options.repository ?? env.GITHUB_REPOSITORY ?? '');
    return work(clientFromEnvironment(env, { log: console.error }), repository);
  });
}

async function printing(work: () => Promise<string[]>): Promise<void> {
  try {
    for (const line of await work()) console.log(line);
  } catch (error) {
    console.error(error instanceof GitHubError || error instanceof EnvironmentError ? error.message : error);
    process.exitCode = 1;
  }
}
