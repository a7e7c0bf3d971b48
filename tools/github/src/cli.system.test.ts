import { GitHubServer } from '../testing/github-server';
import { type CliResult, runCli } from '../testing/run-cli';

describe('the command line', () => {
  let server: GitHubServer;
  beforeAll(async () => {
    server = await new GitHubServer().start();
  });
  afterAll(() => server.stop());

  const run = (args: string, input?: string): Promise<CliResult> => runCli(server, args.split(' '), input);

  it('writes a comment from standard input', async () => {
    server.longest = 300;
    const result = await run('comment --pull-request 7 --file -', `## Risky\n${'x'.repeat(300)}`);

    expect(result).toEqual({ exitCode: 0, stdout: 'created', stderr: '' });
    expect(server.comments[0]!.body).toContain('(https://github.com/acme/shop/actions/runs/42)');
  });

  it('fails when there is nothing to write', async () => {
    expect(await run('comment --pull-request 7 --file -', ' \n')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'Standard input is empty; there is nothing to write.',
    });
  });

  it('prints the run that reviewed a merged pull request, as outputs of a step', async () => {
    const [merged, commit, head] = ['2026-01-01T00:00:00Z', 'c0ffee', 'beef'];
    server.pulls.push(
      // Opened from main after the merge, so it contains the commit.
      { number: 8, merged_at: null, merge_commit_sha: 'f00', head: { sha: 'other' } },
      { number: 7, merged_at: merged, merge_commit_sha: commit, head: { sha: head } },
    );
    const run = { path: '.github/workflows/pull-request.yml', event: 'pull_request', head_sha: head };
    server.runs.push({ ...run, id: 1, conclusion: 'failure' }, { ...run, id: 2, conclusion: 'success' });

    const asked = 'reviewed-run --workflow pull-request.yml --commit';
    const [found, none] = await Promise.all([commit, 'dead'].map((sha) => runCli(server, [...asked.split(' '), sha])));

    expect(found).toEqual({ exitCode: 0, stdout: 'run-id=2\npull-request=7', stderr: '' });
    expect(none).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('prints the commit that was deployed last', async () => {
    const deploy = { path: '.github/workflows/deploy.yml', head_branch: 'main' };
    server.runs.push({ ...deploy, head_sha: 'bad', conclusion: 'failure' });
    server.runs.push({ ...deploy, head_sha: 'abc123', conclusion: 'success' });

    expect(await run('last-success --branch main --workflow deploy.yml')).toMatchObject({
      exitCode: 0,
      stdout: 'commit=abc123',
    });
  });

  it('knows whether a person is asked before a job runs', async () => {
    const reviewers = [{ type: 'Team', reviewer: { slug: 'security' } }];
    server.environments.prod = { protection_rules: [{ type: 'required_reviewers', reviewers }] };
    server.environments.open = { protection_rules: [{ type: 'wait_timer', wait_timer: 30 }] };

    const [asked, open, missing] = await Promise.all(
      ['prod', 'open', 'missing'].map((name) => runCli(server, ['approval', '--environment', name])),
    );

    expect(asked).toEqual({ exitCode: 0, stdout: 'Approved by one of: team security', stderr: '' });
    for (const [name, result] of Object.entries({ open, missing })) {
      expect(result).toMatchObject({ exitCode: 1, stdout: '' });
      expect(result!.stderr).toContain(
        `No one is asked before a job of the GitHub environment "${name}" runs, so it approves nothing.`,
      );
    }
  });

  it.each([
    ['comment --pull-request seven --file -', "argument 'seven' is invalid. Expected the number of a pull request."],
    ['comment --repository shop --pull-request 7 --file README.md', '--repository: expected owner/name'],
    ['comment --pull-request 7 --file missing.md', 'Cannot read missing.md: ENOENT'],
    ['role devv --for plan', 'Did you mean "dev"?'],
  ])('fails when called as %s, without a stack trace', async (args, message) => {
    const { exitCode, stderr } = await run(args);

    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
