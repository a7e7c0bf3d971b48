import { motoWithStates } from '@gatehouse/terraform/testing/moto';
import { EXPIRED, refusingProxy } from '@gatehouse/terraform/testing/refusing-proxy';
import { Checkout } from '../testing/checkout';
import { deleteMethod } from '../testing/delete-method';
import { GitHubServer } from '../testing/github-server';
import { HostedRunner, type Run } from '../testing/hosted-runner';
import { RoleSource } from '../testing/role-source';
import { ACCOUNTS, changeDevAndAddProd, onlyDev } from '../testing/two-environments';
import { isLeftOut, WHOLE_RUN_FILES } from '../testing/run-elsewhere';
import { ownSteps, workflows } from '../testing/workflows';

const scripts = workflows()
  .filter(({ file }) => WHOLE_RUN_FILES.includes(file))
  .flatMap(({ jobs }) => Object.values(jobs).flatMap(({ steps = [] }) => steps))
  .flatMap((step) => ownSteps(step) ?? step)
  .filter(({ run }) => run !== undefined);

/** Every script of the workflows in order, with the emulator for AWS and a server on loopback for GitHub. */
describe('a change in a clone of this repository', () => {
  const moto = motoWithStates();
  const proxy = refusingProxy(moto);
  let server: GitHubServer;
  let roles: RoleSource;
  let runner: HostedRunner;
  let clone: Checkout;
  const commits = { base: '', head: '', merged: '' };

  beforeAll(async () => {
    for (const account of Object.values(ACCOUNTS)) await moto.createBucket(`gatehouse-state-${account}-eu-west-1`);
    server = await new GitHubServer().start();
    roles = await new RoleSource(proxy.endpoint).start();
    clone = new Checkout();
    runner = new HostedRunner(clone, server, roles, isLeftOut);
    onlyDev(clone);
    commits.base = clone.commit('what there is');
    clone.git('checkout', '-qb', 'topic');
    changeDevAndAddProd(clone);
    commits.head = clone.commit('a change');
    clone.git('checkout', '-q', 'main');
    clone.git('merge', '-q', '--no-ff', '-m', 'merged', 'topic');
    commits.merged = clone.git('rev-parse', 'HEAD');
    const reviewers = [{ type: 'User', reviewer: { login: 'grace' } }];
    for (const name of ['plan-review', 'prod'])
      server.environments[name] = { protection_rules: [{ type: 'required_reviewers', reviewers }] };
    roles.accounts.add(ACCOUNTS.dev);
  });
  afterAll(async () => {
    await server.stop();
    await roles.stop();
    runner.remove();
    clone.remove();
  });

  const deploy = (runId: string, event: 'push' | 'workflow_dispatch', displaced?: RegExp): Promise<Run> =>
    runner.run({ ...{ file: 'deploy.yml', runId, sha: commits.merged, event, displaced }, ref: 'refs/heads/main' });

  const outOfTurn = (runId: string, inputs: Readonly<Record<string, string | boolean>>): Promise<Run> =>
    runner.run({
      ...{ file: 'out-of-turn.yml', runId, sha: commits.merged, event: 'workflow_dispatch', inputs },
      ref: 'refs/heads/main',
    });

  /** What the steps of a run that failed printed. */
  const failures = ({ steps }: Run): Record<string, string> =>
    Object.fromEntries(
      Object.entries(steps)
        .filter(([, { exitCode }]) => exitCode !== 0)
        .map(([name, { stdout, stderr }]) => [name, `${stdout}\n${stderr}`]),
    );

  it('is planned and reviewed in its pull request, and what cannot be planned yet says why', async () => {
    const head = { sha: commits.head, repo: { full_name: 'acme/shop' } };
    const pullRequest = { number: 7, head, base: { sha: commits.base } };
    const run = await runner.run({
      ...{ file: 'pull-request.yml', runId: '1', sha: commits.merged, event: 'pull_request' },
      ...{ ref: 'refs/pull/7/merge', payload: { pull_request: pullRequest }, vars: { ENVIRONMENTS_A_JOB: '2' } },
    });

    expect(failures(run)).toEqual({});
    expect(run.jobs).toEqual({
      ...{ checks: 'success', affected: 'success', comment: 'success', accept: 'success', 'plan-review': 'success' },
      'plan (dev, prod) / review': 'success',
    });
    expect(server.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^[^]*\*\*prod is new and was not planned\*\*[^]*new \| `PUT \/` \| – \| IAM principal/),
    ]);
    expect(roles.tries).toEqual(['pull_request gatehouse-dev-plan', 'pull_request gatehouse-prod-plan']);
    const { head: reviewed } = pullRequest;
    server.pulls.push({ number: 7, merged_at: '2026', merge_commit_sha: commits.merged, head: reviewed });
    server.runs.push({
      ...{ id: 1, path: '.github/workflows/pull-request.yml', event: 'pull_request', conclusion: 'success' },
      ...{ head_sha: reviewed.sha, head_branch: 'topic' },
    });
  });

  it('is not deployed by a run that a newer one displaces, and neither is the next tier', async () => {
    const run = await deploy('2', 'push', /^development \(dev\) \/ deploy$/);

    expect(failures(run)).toEqual({});
    expect(run.jobs).toMatchObject({
      ...{ 'development (dev) / compare': 'success', 'development (dev) / accept': 'skipped' },
      ...{ 'development (dev) / deploy': 'cancelled', production: 'skipped' },
    });
    expect(run.steps['development (dev) / compare: Compare']!.outputs).toEqual({ changes: 'true', reviewed: 'true' });
  });

  it('is deployed as it was reviewed, and a state that is not written is kept', async () => {
    roles.accounts.add(ACCOUNTS.prod);
    roles.tries.splice(0);
    proxy.refuse((method, path) => (method === 'PUT' && /\/prod\/api\.tfstate(\?|$)/.test(path) ? EXPIRED : undefined));
    const run = await deploy('3', 'workflow_dispatch');

    expect(run.jobs).toMatchObject({
      ...{ 'development (dev) / accept': 'skipped', 'development (dev) / deploy': 'success' },
      ...{ 'production (prod) / accept': 'success', 'production (prod) / deploy': 'failure' },
    });
    expect(run.steps['development (dev) / deploy: Deploy what was reviewed']!.stdout).toContain(
      '3 added, 0 changed, 0 destroyed',
    );
    const name = 'production (prod) / deploy: Deploy what was reviewed';
    expect(failures(run)).toEqual({ [name]: expect.stringContaining('npx nx recover prod') });
    expect(run.steps['production (prod) / deploy: Keep a state that could not be written']).toMatchObject({
      exitCode: 0,
      summary: expect.stringContaining(
        `It is kept in s3://gatehouse-state-${ACCOUNTS.prod}-eu-west-1/prod/lost/api.tfstate`,
      ),
    });
    expect(roles.tries).toEqual([
      ...['ref:refs/heads/main gatehouse-dev-plan', 'environment:dev gatehouse-dev-deploy'],
      ...['ref:refs/heads/main gatehouse-prod-plan', 'environment:prod gatehouse-prod-deploy'],
    ]);
  });

  it('is drift when it is undone by hand, and an environment that cannot be compared is red', async () => {
    const plan = { permissions: { 'id-token': 'write' } };
    const of = { event: 'schedule', ref: 'refs/heads/main' } as const;
    const credentials = await roles.take(`arn:aws:iam::${ACCOUNTS.dev}:role/person`, plan, of);
    await deleteMethod(moto, credentials!, 'GET');

    const run = await runner.run({ ...of, file: 'drift.yml', runId: '4', sha: commits.merged });

    expect(failures(run)).toEqual({ 'drift (prod): Compare with AWS': expect.stringContaining('npx nx recover prod') });
    expect(run.jobs).toEqual({
      ...{ environments: 'success', 'drift (dev)': 'success', 'drift (prod)': 'failure', report: 'success' },
    });
    expect(server.issues).toMatchObject([
      {
        title: 'Drift in dev',
        body: expect.stringMatching(
          /dev-api {2}aws_api_gateway_method.get \(deleted\)\n {2}make it again: npx nx deploy dev\n/,
        ),
      },
    ]);
  });

  it('is taken back by a rollback to what was reviewed before, which a person accepts', async () => {
    server.pulls.push({ number: 6, merged_at: '2026', merge_commit_sha: commits.base, head: { sha: 'ba5e' } });
    server.runs.push({ ...server.runs[0], id: 5, head_sha: 'ba5e' });
    const run = await outOfTurn('6', { environment: 'dev', commit: '', reason: 'It takes orders twice.' });

    expect(failures(run)).toEqual({});
    expect(run.jobs).toEqual({
      ...{ commit: 'success', 'deploy / review / review': 'success', 'deploy / compare': 'success' },
      ...{ 'deploy / accept': 'success', 'deploy / deploy': 'success', report: 'skipped' },
    });
    expect(run.steps['commit: Say why']!.summary).toBe(`dev gets ${commits.base}, for ada: It takes orders twice.\n`);
    expect(run.steps['deploy / deploy: Deploy what was reviewed']!.stdout).toContain('1 added, 0 changed, 1 destroyed');
  });

  it('is deployed again by one person alone, and an issue says who, why and what it did', async () => {
    const inputs = { environment: 'dev', commit: commits.merged, reason: 'Nobody can order.', 'break-glass': true };
    const run = await outOfTurn('7', inputs);

    expect(failures(run)).toEqual({});
    expect(run.jobs).toMatchObject({ 'deploy / accept': 'skipped', 'deploy / deploy': 'success', report: 'success' });
    expect(server.issues[1]).toMatchObject({
      title: 'Break-glass deploy of dev',
      body: expect.stringMatching(/@ada deploys `dev` from [0-9a-f]{40} [^]*Why: Nobody can order\./),
      comments: [expect.stringMatching(/The deploy: \*\*success\*\*[^]*new \| `PUT \/`/)],
    });
  });

  it('can be released, though nothing was before', async () => {
    const run = await runner.run({
      ...{ file: 'release.yml', runId: '8', sha: commits.merged, event: 'workflow_dispatch', ref: 'refs/heads/main' },
    });

    expect(failures(run)).toEqual({});
    expect(Object.values(run.steps).map(({ stdout }) => stdout)).toEqual([
      expect.stringMatching(/Falling back to the version 0\.0\.0 [^]*Skipped publishing packages\./),
    ]);
  });

  it('went through every script', () => {
    const left = scripts.filter(({ run }) => !runner.scripts.has(run!) && !isLeftOut(run!));

    expect(left.map(({ name, run }) => name ?? run)).toEqual([]);
  });
});
