import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionlint } from '../testing/actionlint';
import { holds, interpolate } from '../testing/expressions';
import { allSteps, type Job, type Step, workflows, workspaceRoot } from '../testing/workflows';

const jobs = (): { where: string; job: Job }[] =>
  workflows().flatMap(({ file, jobs }) =>
    Object.entries(jobs).map(([name, job]) => ({ where: `${file}, ${name}`, job })),
  );

const actions = (): string[] =>
  ['setup', 'review'].map((name) => readFileSync(join(workspaceRoot, `.github/actions/${name}/action.yml`), 'utf8'));

describe('workflows', () => {
  it('are what actionlint takes, which finds a wrong input, output or dependency', () => {
    const { text } = workflows().find(({ file }) => file === 'pull-request.yml')!;
    const mistakes = [
      ['fetch-depth', 'fetch-deep'],
      ['needs.comment.outputs.verdict', 'needs.comment.outputs.verdikt'],
      ['needs: [affected, plan]', 'needs: [afected]'],
    ] as const;
    const wrong = mistakes.map(([from, to]) => ({ file: to, text: text.replace(from, to) }));

    const found = actionlint([...workflows(), ...wrong]);

    expect(found.filter(({ file }) => file.endsWith('.yml'))).toEqual([]);
    expect([...new Set(found.map(({ file }) => file))]).toEqual(mistakes.map(([, to]) => to));
  });

  it('have scripts that Bash can parse', () => {
    for (const { step } of allSteps()) {
      if (step.run) execFileSync('bash', ['-n'], { input: step.run, stdio: ['pipe', 'ignore', 'inherit'] });
    }
  });

  it('pin every action by its commit, with the version that it is, the same everywhere', () => {
    const uses = [...workflows().map(({ text }) => text), ...actions()]
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.includes('uses:'))
      .map((line) => line.replace(/^.*uses: /, ''));
    const foreign = uses.filter((action) => !action.startsWith('./'));

    for (const action of foreign) expect(action).toMatch(/^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const names = new Set(foreign.map((action) => action.split('@')[0]));
    expect(new Set(foreign).size).toBe(names.size);
  });

  it('keep no token where a later step could read it', () => {
    const checkouts = allSteps().filter(({ step }) => step.uses?.startsWith('actions/checkout@'));

    expect(checkouts.length).toBeGreaterThan(5);
    for (const { step } of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it('never put an expression into a script, where its value would be run', () => {
    for (const { where, step } of allSteps())
      expect([where, step.run ?? '']).toEqual([where, expect.not.stringContaining('${{')]);
  });

  it('never run with the rights of the base branch on what another user wrote', () => {
    for (const { on } of workflows()) {
      expect(Object.keys(on)).not.toEqual(expect.arrayContaining(['pull_request_target']));
      expect(Object.keys(on)).not.toEqual(expect.arrayContaining(['workflow_run']));
    }
  });

  it('use no stored secret', () => {
    const using = workflows().filter(({ text }) => /\$\{\{[^}]*\bsecrets\b|secrets: inherit/.test(text));

    expect(using.map(({ file }) => file)).toEqual([]);
  });

  it('give the token only to steps that call GitHub', () => {
    for (const { where, step } of allSteps()) {
      const text = JSON.stringify(step);
      if (!text.includes('github.token')) continue;
      expect([where, text]).toEqual([where, expect.stringMatching(/npx gatehouse github|download-artifact@/)]);
    }
  });

  it('allow every job to write no more than this', () => {
    const writing = jobs().flatMap(({ where, job }) => {
      const rights = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read');
      return rights.map(([what]) => `${where}: ${what}`);
    });

    expect(writing.sort()).toEqual([
      'deploy-environment.yml, deploy: id-token',
      'deploy-environment.yml, review: id-token',
      'deploy.yml, development: id-token',
      'deploy.yml, production: id-token',
      'deploy.yml, staging: id-token',
      'drift.yml, drift: id-token',
      'drift.yml, report: issues',
      'out-of-turn.yml, commit: issues',
      'out-of-turn.yml, deploy: id-token',
      'out-of-turn.yml, report: issues',
      'pull-request.yml, comment: pull-requests',
      'pull-request.yml, plan: id-token',
      'review-environments.yml, review: id-token',
    ]);
    for (const { permissions } of workflows()) expect([{}, { contents: 'read' }]).toContainEqual(permissions);
  });

  it('end, every job of them', () => {
    for (const { where, job } of jobs()) {
      if (job.uses) continue;
      expect([where, job['timeout-minutes'] ?? 0]).toEqual([where, expect.any(Number)]);
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  it('interrupt a deploy before its job ends, and kill it late: GitHub leaves 10 seconds to write a state', () => {
    const deploys = jobs().flatMap(({ job }) =>
      (job.steps ?? [])
        .filter(({ run }) => run?.includes('npx gatehouse deploy'))
        .map(({ run = '' }) => ({ run, limit: job['timeout-minutes'] ?? 0 })),
    );

    expect(deploys.length).toBeGreaterThan(0);
    for (const { run, limit } of deploys) {
      const [, late = 0, soon = 0] =
        /^timeout --signal=INT --kill-after=(\d+)m (\d+)m npx gatehouse deploy /m.exec(run) ?? [];
      expect(Number(soon)).toBeGreaterThan(0);
      expect(Number(late)).toBeGreaterThanOrEqual(10);
      // keep-lost-state waits ten minutes for a Terraform that goes on.
      expect(Number(soon) + Number(late) + 10).toBeLessThan(limit);
    }
  });

  it('keep a state that a deploy could not write, also when it was cancelled', () => {
    const { steps = [] } = jobs().find(({ job }) =>
      job.steps?.some(({ run }) => run?.includes('npx gatehouse deploy')),
    )!.job;
    const deploy = steps.findIndex(({ run }) => run?.includes('npx gatehouse deploy'));

    expect(steps.slice(deploy + 1).map(({ run, uses, if: when }) => [run ?? uses?.split('@')[0], when])).toEqual([
      ['npx gatehouse keep-lost-state "$ENVIRONMENT" --no-synth', '${{ !success() }}'],
      ['actions/upload-artifact', '${{ !success() }}'],
    ]);
  });

  it('deploy to one environment one at a time, and are never stopped in the middle of it', () => {
    const [deploy, ...others] = jobs().filter(({ job }) =>
      job.steps?.some(({ run }) => run?.includes('npx gatehouse deploy')),
    );

    expect(others).toEqual([]);
    expect(deploy!.job.concurrency).toEqual({
      group: 'deploy-${{ inputs.environment }}',
      'cancel-in-progress': false,
    });
    expect(deploy!.job.environment).toBe('${{ inputs.environment }}');
  });

  it('deploy to production with an approval only', () => {
    const { jobs } = workflows().find(({ file }) => file === 'deploy.yml')!;
    const approval = Object.entries(jobs).map(([name, job]) => [name, job.with?.approval]);

    expect(approval).toEqual([
      ['environments', undefined],
      ['development', false],
      ['staging', false],
      ['production', true],
    ]);
  });

  it('take as many environments at once as one setting of the repository says', () => {
    const matrices = jobs().filter(({ job }) => job.strategy?.['max-parallel'] !== undefined);
    const set = (vars: object): unknown[] =>
      matrices.map(({ job }) =>
        interpolate(job.strategy?.['max-parallel'], { vars }, { success: true, failure: false, cancelled: false }),
      );

    expect(matrices.map(({ where }) => where)).toEqual([
      ...['deploy.yml, development', 'deploy.yml, staging', 'deploy.yml, production'],
      ...['drift.yml, drift', 'pull-request.yml, plan'],
    ]);
    expect(set({})).toEqual([256, 256, 256, 256, 256]);
    expect(set({ ENVIRONMENTS_AT_ONCE: '12' })).toEqual([12, 12, 12, 12, 12]);
  });

  it('say of every job that follows what may be skipped when it runs', () => {
    // A job without a status function is skipped with whatever was skipped far before it.
    const called = workflows().filter(({ on }) => 'workflow_call' in on);
    expect(called.map(({ file }) => file)).toEqual(['deploy-environment.yml', 'review-environments.yml']);
    for (const { file, jobs } of called) {
      for (const [name, job] of Object.entries(jobs)) {
        expect([file, name, job.if]).toEqual([file, name, expect.stringContaining('!cancelled()')]);
      }
    }
  });

  it('keep reviews and reports, states only encrypted, and no plan', () => {
    const kept = allSteps()
      .filter(({ step }) => step.uses?.startsWith('actions/upload-artifact@'))
      .map(({ step }) => step.with!.path);

    expect(kept).toEqual([
      'apps/${{ inputs.environment }}/lost-state/*.encrypted.json',
      '${{ matrix.environment }}.json',
      '${{ inputs.environment }}.json\n${{ inputs.environment }}.md\n',
    ]);
  });

  it('let pull requests read caches, and only deploys of main write them', () => {
    const status = { success: true, failure: false, cancelled: false };
    const steps = { setup: { outputs: { 'packages-key': 'npm-1', 'providers-key': 'terraform-1' } } };
    const runs = ([event_name, ref]: string[], step: Step): boolean =>
      holds(step.if, { github: { event_name, ref }, steps }, status);
    const caching = allSteps().filter(({ step }) => /cache/.test(step.uses ?? ''));
    const writing = caching.filter(({ step }) => !step.uses!.startsWith('actions/cache/restore@'));
    const nodes = allSteps().filter(({ step }) => step.uses?.startsWith('actions/setup-node@'));

    expect(caching.length - writing.length).toBe(2);
    expect(writing.map(({ step }) => step.with!.path)).toEqual(['~/.npm', '~/.cache/gatehouse']);
    for (const { step } of writing) {
      expect(step.uses).toMatch(/^actions\/cache\/save@/);
      expect(runs(['push', 'refs/heads/main'], step)).toBe(true);
      expect(runs(['pull_request', 'refs/pull/7/merge'], step)).toBe(false);
      expect(runs(['workflow_dispatch', 'refs/heads/topic'], step)).toBe(false);
    }
    // It keeps a cache by itself where package.json names npm.
    for (const { step } of nodes) expect(step.with).toMatchObject({ 'package-manager-cache': false });
    expect(nodes[0]!.step.with).not.toHaveProperty('cache');
  });

  it('install packages once a job', () => {
    for (const { where, job } of jobs()) {
      const installs = job.steps?.filter(
        (step) =>
          step.uses === './.github/actions/setup' ||
          // The site has packages of its own.
          (/npm (ci|i)\b/.test(step.run ?? '') && step['working-directory'] === undefined),
      );
      expect([where, (installs?.length ?? 0) < 2]).toEqual([where, true]);
    }
  });
});
