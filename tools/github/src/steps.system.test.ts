import { execFileSync } from 'node:child_process';
import { GitHubServer } from '../testing/github-server';
import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed } from '../testing/workflows';

describe('steps of the workflows that call GitHub', () => {
  let server: GitHubServer;
  let runner: StepRunner;
  beforeEach(async () => {
    server = await new GitHubServer().start();
    runner = new StepRunner();
  });
  afterEach(async () => {
    runner.remove();
    await server.stop();
  });

  const run = (file: string, job: string, name: string, env: Record<string, string> = {}): Promise<StepResult> =>
    runner.run(stepNamed(file, job, name), {
      GITHUB_API_URL: server.url,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_TOKEN: server.token,
      ...env,
    });

  it('comment on a pull request, and only where there is something to say', async () => {
    const comment = (QUIET: string): Promise<StepResult> =>
      run('pull-request.yml', 'comment', 'Comment', { PULL_REQUEST: '7', QUIET });
    runner.write('comment.md', 'No environment changes in Terraform.');

    expect(await comment('true')).toMatchObject({ exitCode: 0, stdout: 'nothing to update' });
    expect(await comment('false')).toMatchObject({ exitCode: 0, stdout: 'created' });
    expect(server.comments).toHaveLength(1);
  });

  it('open an issue where there is drift, and close it where there is none', async () => {
    const report = (...drift: { found: string; reconcile: string[] }[]) => ({
      environments: [{ stacks: [{ stack: 'prod-api', ...(drift.length > 0 && { drift }) }, { stack: 'x' }] }],
    });
    const step = (): Promise<StepResult> =>
      run('drift.yml', 'report', 'Open, update or close issues', { RUN: 'https://run' });
    runner.write('reports/dev.json', report());
    const changed = {
      found: 'aws_cognito_user_pool.users (mfa_configuration)',
      reconcile: ['put it back: npx nx deploy prod', 'accept it: write it into the code'],
    };
    runner.write('reports/prod.json', report(changed, { found: 'a["```@all"]', reconcile: [] }));

    expect(await step()).toMatchObject({ exitCode: 0, stdout: 'nothing to close\nopened', stderr: '' });
    expect(server.issues[0]!.body).toBe(
      [
        '<!-- gatehouse-drift prod -->\nChanged outside of Terraform:\n',
        '~~~~~~~~text\nprod-api  aws_cognito_user_pool.users (mfa_configuration)',
        '  put it back: npx nx deploy prod\n  accept it: write it into the code',
        'prod-api  a["```@all"]\n~~~~~~~~\n',
      ].join('\n'),
    );

    runner.write('reports/prod.json', report());
    expect(await step()).toMatchObject({ exitCode: 0, stdout: 'nothing to close\nclosed' });
    expect(server.issues[0]).toMatchObject({
      state: 'closed',
      comments: ['No drift any more: https://run\n'],
    });
  });

  it('open one issue when no environment could be compared, and close it when one could', async () => {
    const step = (): Promise<StepResult> =>
      run('drift.yml', 'report', 'Say that nothing could be compared', { RUN: 'https://run' });

    expect(await step()).toMatchObject({ exitCode: 0, stdout: 'opened' });
    expect(await step()).toMatchObject({ exitCode: 0, stdout: 'unchanged' });
    expect(server.issues).toMatchObject([{ title: 'Drift is not checked', state: 'open' }]);

    runner.write('reports/dev.json', {});
    expect(await step()).toMatchObject({ exitCode: 0, stdout: 'closed' });
  });

  it('let no one through where no one is asked', async () => {
    const env = {
      ENVIRONMENT: 'dev',
      ENVIRONMENTS: '["dev"]',
      PULL_REQUEST: '7',
      COMMIT: 'beef',
      RUN: '42',
      GITHUB_SHA: 'c0ffee',
    };
    const empty = { totalCount: 0, nodes: [] };
    server.discussion = { author: { login: 'ada' }, headRefOid: 'beef', commits: empty, comments: empty };
    server.pulls.push({ number: 7, merged_at: '2026', merge_commit_sha: 'c0ffee', head: { sha: 'beef' } });
    for (const file of ['pull-request.yml', 'deploy-environment.yml']) {
      const refused = await run(file, 'accept', 'Check that a person was asked', env);
      expect(refused).toMatchObject({ exitCode: 1 });
      expect(refused.stderr).toContain('environments/dev.json lists no "approvers" on the base branch');
    }

    const deploy = (): Promise<StepResult> =>
      run('deploy-environment.yml', 'deploy', 'Check that a person was asked', {
        GITHUB_SHA: 'c0ffee',
        ENVIRONMENT: 'prod',
      });
    expect(await deploy()).toMatchObject({ exitCode: 1 });
    const reviewers = [{ type: 'User', reviewer: { login: 'ada' } }];
    server.environments.prod = { protection_rules: [{ type: 'required_reviewers', reviewers }] };
    expect(await deploy()).toMatchObject({ exitCode: 0, stdout: 'Approved by one of: user ada' });
  });

  it('find what was deployed last, and who reviewed what is to be deployed', async () => {
    const [commit, head] = ['c0ffee', 'beef'];
    server.pulls.push({ number: 7, merged_at: '2026', merge_commit_sha: commit, head: { sha: head } });
    server.runs.push(
      { path: '.github/workflows/deploy.yml', head_branch: 'main', head_sha: 'abc', conclusion: 'success' },
      {
        ...{ path: '.github/workflows/pull-request.yml', event: 'pull_request', conclusion: 'success' },
        ...{ id: 2, head_sha: head },
      },
    );
    const find = (name: string): Promise<StepResult> =>
      run('deploy.yml', 'environments', name, { GITHUB_REF_NAME: 'main', GITHUB_SHA: commit });

    const last = await find('Find the last commit that all environments have');
    const reviewed = await find('Find the review of what was merged');

    expect(last).toMatchObject({ exitCode: 0, outputs: { commit: 'abc' } });
    expect(reviewed).toMatchObject({ exitCode: 0, outputs: { 'run-id': '2', 'pull-request': '7' } });
  });

  it('find what a deploy out of turn goes back to, and write down who goes alone', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
        cwd: runner.folder,
        encoding: 'utf8',
      }).trim();
    git('init', '-q', '-b', 'main');
    const [first, reviewed, pushed, head] = ['first', 'reviewed', 'pushed', 'head'].map((message) => {
      git('commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    });
    server.pulls.push({ number: 7, merged_at: '2026', merge_commit_sha: reviewed, head: { sha: 'beef' } });
    server.runs.push({
      ...{ path: '.github/workflows/pull-request.yml', event: 'pull_request', conclusion: 'success' },
      ...{ id: 2, head_sha: 'beef' },
    });
    const find = (COMMIT: string, BREAK_GLASS = 'false'): Promise<StepResult> =>
      run('out-of-turn.yml', 'commit', 'Find the commit', { COMMIT, BREAK_GLASS });

    expect(await find('')).toMatchObject({ exitCode: 0, outputs: { commit: reviewed, 'run-id': '2' } });
    expect(await find(reviewed!)).toMatchObject({ exitCode: 0, outputs: { commit: reviewed, 'run-id': '2' } });
    const unreviewed = await find(pushed!);
    expect(unreviewed).toMatchObject({ exitCode: 1, outputs: {} });
    expect(unreviewed.stderr).toContain(`None of ${pushed} was reviewed`);
    expect((await find(head!, 'true')).outputs).toEqual({ commit: head });
    git('checkout', '-q', '-b', 'topic', first!);
    git('commit', '-q', '--allow-empty', '-m', 'not merged');
    const topic = git('rev-parse', 'HEAD');
    git('checkout', '-q', 'main');
    for (const commit of [topic, '--all', 'no such'])
      expect(await find(commit, 'true')).toMatchObject({ exitCode: 1, outputs: {} });

    const refused = await run('out-of-turn.yml', 'commit', 'Write down who breaks the glass, and why', {
      ...{ ENVIRONMENT: 'dev', COMMIT: head!, REASON: 'Sign-in fails for everyone.', GITHUB_ACTOR: 'ada' },
    });
    expect(refused.stderr).toContain('ada may not deploy dev alone');
    expect(server.issues).toEqual([]);
  });
});
