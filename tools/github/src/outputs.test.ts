import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed } from '../testing/workflows';

/** What jobs tell each other. The commands before are left out: they have tests of their own, and want the whole workspace. */
describe('outputs of the steps that look for environments', () => {
  let runner: StepRunner;
  beforeEach(() => {
    runner = new StepRunner();
  });
  afterEach(() => runner.remove());

  function runFrom(beginning: string, file: string, job: string, name: string, aJob = '1'): Promise<StepResult> {
    const step = stepNamed(file, job, name);
    const start = step.run!.search(new RegExp(`^${beginning} `, 'm'));
    expect(start).toBeGreaterThan(0);
    return runner.run({ ...step, env: {}, run: step.run!.slice(start) }, { A_JOB: aJob });
  }

  const compared = (plan: string[], orphaned: object[], notes: string[], aJob = '1'): Promise<StepResult> => {
    runner.write('affected.json', {
      base: 'abc',
      plan,
      unchanged: [],
      orphaned,
      notes,
      matrix: { environment: plan },
    });
    return runFrom('jq', 'pull-request.yml', 'affected', 'Compare with the base', aJob);
  };

  it('are the environments to plan, and what is orphaned, as JSON', async () => {
    const orphaned = [{ environment: 'qa', states: ['s3://b/qa/api.tfstate'] }];
    const { exitCode, outputs, summary } = await compared(['dev', 'prod'], orphaned, ['other packages']);

    expect(exitCode).toBe(0);
    expect(outputs).toEqual({
      environments: '["dev","prod"]',
      jobs: '[["dev"],["prod"]]',
      orphaned: JSON.stringify(orphaned),
    });
    expect(summary).toBe('other packages\n');
  });

  it('are empty lists when nothing is affected', async () => {
    expect((await compared([], [], [])).outputs).toEqual({ environments: '[]', jobs: '[]', orphaned: '[]' });
  });

  it('are jobs of as many environments as the setting of the repository says', async () => {
    expect((await compared(['a', 'b', 'c'], [], [], '2')).outputs).toMatchObject({ jobs: '[["a","b"],["c"]]' });
    expect((await compared(['a', 'b', 'c'], [], [], '5')).outputs).toMatchObject({ jobs: '[["a","b","c"]]' });
  });

  it.each(['0', '6', '10', 'two', ''])('are none when the setting is "%s"', async (aJob) => {
    const step = stepNamed('pull-request.yml', 'affected', 'Compare with the base');
    const { exitCode, stdout } = await runner.run(step, { A_JOB: aJob });

    expect([exitCode, stdout]).toEqual([
      1,
      `::error title=ENVIRONMENTS_A_JOB::The variable ENVIRONMENTS_A_JOB of this repository is "${aJob}". It is a number from 1 to 5 (docs/ci-at-scale.md).`,
    ]);
  });

  it('take 256 jobs, however many environments share one', async () => {
    const names = Array.from({ length: 257 }, (_, index) => `env-${index}`);

    expect((await compared(names, [], [], '2')).exitCode).toBe(0);
    expect(await compared(names, [], [], '1')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('257 environments change, 1 a job, and GitHub takes 256 jobs of a matrix'),
    });
  });

  it.each([
    [
      ...['deploy.yml', 'Find the environments that changed since, by tier'],
      { development: '["dev"]', staging: '[]', production: '["prod"]' },
    ],
    [...['drift.yml', 'List'], { all: '["prod","dev"]' }],
  ] as [string, string, object][])('are lists of environments: %s', async (file, name, lists) => {
    runner.write('environments.txt', 'prod\nlocal\ndev\n');
    const { outputs } = await runFrom('mapfile', file, 'environments', name);
    runner.write('environments.txt', '');
    const none = await runFrom('mapfile', file, 'environments', name);

    expect(outputs).toEqual(lists);
    expect(new Set(Object.values(none.outputs))).toEqual(new Set(['[]']));
  });
});
