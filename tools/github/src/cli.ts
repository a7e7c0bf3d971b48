import { action, InvalidArgumentError, Option, type Program } from '@gatehouse/cli-kit';
import { requireApproval } from './approval';
import { breakGlass } from './break-glass';
import { ciRole } from './ci-role';
import { EXIT_CODES, link, print, reaching, reachingFor, remote } from './cli-command';
import { closeIssue, reportIssue } from './environment-issue';
import { inTurn } from './in-turn';
import { newEnvironment } from './new-environment';
import { processEnv } from './process-env';
import { readText } from './read-text';
import { requireAcceptance } from './require-acceptance';
import { postComment } from './sticky-comment';
import { byTier } from './tiers';
import { lastSuccess, reviewedCommit, reviewedRun } from './workflow-runs';

/** What workflows ask of GitHub. */
export function addCommands(program: Program): void {
  const github = program
    .command('github')
    .description('what workflows ask of GitHub: comments, issues, approvals, earlier runs')
    .addHelpText(
      'after',
      '\nThe token is GITHUB_TOKEN; the API is at GITHUB_API_URL (default: https://api.github.com).',
    );
  addComment(github);
  addIssues(github);
  addQuestions(github);
  addRuns(github);
  addOutputsOfSteps(github);
  addListsOfEnvironments(github);
}

function addComment(program: Program): void {
  remote(program, 'comment', 'write the review of a pull request: one comment, brought up to date in place')
    .requiredOption('--pull-request <number>', 'its number', wholeNumber)
    .requiredOption('--file <file>', 'Markdown; - is standard input')
    .option('--only-update', 'write nothing when there is no comment yet')
    .action(
      reaching<{ pullRequest: number; file: string; onlyUpdate?: true }>(
        async (github, repository, { pullRequest, file, onlyUpdate }) => {
          const text = readText(file);
          return [await postComment(github, { ...repository, pullRequest, text, onlyUpdate, link: link() })];
        },
      ),
    );
}

interface IssueOptions {
  readonly environment: string;
  readonly label: string;
  readonly file: string;
}

function addIssues(program: Program): void {
  issue(program, 'issue', 'open or bring up to date the one issue of an environment')
    .requiredOption('--title <title>', 'its title')
    .action(
      reaching<IssueOptions & { title: string }>(async (github, repository, { file, ...options }) => [
        await reportIssue(github, { ...repository, ...options, text: readText(file), link: link() }),
      ]),
    );

  issue(program, 'close-issue', 'close the issue of an environment, if there is one, with a comment').action(
    reaching<IssueOptions>(async (github, repository, { file, ...options }) => [
      await closeIssue(github, { ...repository, ...options, text: readText(file) }),
    ]),
  );
}

function addQuestions(program: Program): void {
  remote(program, 'approval', 'check that a person is asked before a job of a GitHub environment runs')
    .requiredOption('--environment <name>', 'of GitHub')
    .action(
      reaching<{ environment: string }>(async (github, repository, { environment }) => {
        const reviewers = await requireApproval(github, repository, environment);
        return [`Approved by one of: ${reviewers.join(', ')}`];
      }),
    );

  remote(program, 'acceptance', 'check that a second person accepted a commit, where GitHub has no required reviewers')
    .requiredOption('--commit <sha>', 'the last one of the pull request, or what it was merged as')
    .option('--pull-request <number>', 'its number (default: the one that was merged as the commit)', wholeNumber)
    .option('--run <id>', 'of a deploy out of turn, which the comment is for and no other')
    .argument('<environments...>')
    .action(
      reachingFor<string[], { commit: string; pullRequest?: number; run?: string }>(
        (github, repository, environments, question) =>
          requireAcceptance(github, repository, { ...question, environments, actor: processEnv().GITHUB_ACTOR }),
      ),
    );

  remote(program, 'break-glass', 'write down that one person deploys alone: an issue, which another person closes')
    .requiredOption('--commit <sha>', 'what is deployed')
    .requiredOption('--reason <text>', 'why')
    .argument('<environment>')
    .action(
      reachingFor<string, { commit: string; reason: string }>(async (github, repository, environment, options) => {
        const actor = processEnv().GITHUB_ACTOR ?? '';
        return [`issue=${await breakGlass(github, repository, { ...options, environment, actor, link: link() })}`];
      }),
    );
}

function addRuns(program: Program): void {
  remote(program, 'reviewed-run', 'print the run that reviewed the pull request which was merged as a commit, if any')
    .requiredOption('--commit <sha>', 'the commit on the branch')
    .requiredOption('--workflow <file>', 'the workflow that reviews, such as pull-request.yml')
    .action(
      reaching<{ commit: string; workflow: string }>(async (github, repository, options) => {
        const run = await reviewedRun(github, repository, options);
        return run ? [`run-id=${run.runId}`, `pull-request=${run.pullRequest}`] : [];
      }),
    );

  remote(program, 'reviewed-commit', 'print the first of several commits that was reviewed, and the run that did')
    .requiredOption('--workflow <file>', 'the workflow that reviews, such as pull-request.yml')
    .argument('<commits...>')
    .action(
      reachingFor<string[], { workflow: string }>(async (github, repository, commits, options) => {
        const { commit, runId } = await reviewedCommit(github, repository, { ...options, commits });
        return [`commit=${commit}`, `run-id=${runId}`];
      }),
    );

  remote(program, 'last-success', 'print the commit of the last successful run of a workflow, if any')
    .requiredOption('--branch <name>', 'where it ran')
    .requiredOption('--workflow <file>', 'such as deploy.yml')
    .action(
      reaching<{ branch: string; workflow: string }>(async (github, repository, options) => {
        const commit = await lastSuccess(github, repository, options);
        return commit ? [`commit=${commit}`] : [];
      }),
    );
}

function addOutputsOfSteps(program: Program): void {
  program
    .command('role')
    .description('print the role and the region of an environment, as outputs of a step')
    .argument('<environment>')
    .addOption(new Option('--for <purpose>').choices(['plan', 'deploy']).makeOptionMandatory())
    .exitCodes(EXIT_CODES)
    .action(
      action((environment: string, { for: purpose }: { for: 'plan' | 'deploy' }) =>
        print(Object.entries(ciRole(environment, purpose)).map(([key, value]) => `${key}=${value}`)),
      ),
    );

  program
    .command('new-environment')
    .description('print what a pull request says of an environment whose account is not bootstrapped yet')
    .argument('<environment>')
    .requiredOption('--check <file>', 'what `gatehouse check` printed; - is standard input')
    .exitCodes(EXIT_CODES)
    .action(
      action((environment: string, { check }: { check: string }) =>
        print([newEnvironment(environment, readText(check))]),
      ),
    );
}

function addListsOfEnvironments(program: Program): void {
  program
    .command('in-turn')
    .description(
      'print the environments that have an account, as an output of a step; of more than 256, those of today',
    )
    .argument('[environments...]')
    .exitCodes(EXIT_CODES)
    .action(
      action((environments: string[]) => {
        const today = inTurn(environments, Math.floor(Date.now() / 86_400_000));
        print([`all=${JSON.stringify(today)}`]);
      }),
    );

  program
    .command('tiers')
    .description('print the environments that have an account, by tier, as outputs of a step')
    .argument('[environments...]')
    .exitCodes(EXIT_CODES)
    .action(
      action((environments: string[]) => {
        print(Object.entries(byTier(environments)).map(([name, list]) => `${name}=${JSON.stringify(list)}`));
      }),
    );
}

const issue = (program: Program, name: string, description: string): Program =>
  remote(program, name, description)
    .requiredOption('--environment <name>', 'whose issue it is')
    .requiredOption('--label <label>', 'what it is about, such as drift')
    .requiredOption('--file <file>', 'Markdown; - is standard input');

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Expected the number of a pull request.');
  return Number(text);
}
