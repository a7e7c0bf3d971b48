import { type Outcome, type ReadyStep, runWorkflow } from '../testing/workflow-run';
import { workflows } from '../testing/workflows';

/** What GitHub decides to run of a pull request that changes three environments, two of which share a job. */
async function plan(answer: (step: ReadyStep) => Outcome | undefined = () => undefined) {
  const steps: string[] = [];
  const step = (ready: ReadyStep): Outcome => {
    const { id, job, name, uses, env } = ready;
    const what = name ?? uses!.replace(/@.*/, '');
    if (job.startsWith('plan'))
      steps.push(`${job}: ${what} ${env['ENVIRONMENT'] ?? String(ready.with?.['name'] ?? '')}`);
    const given = answer(ready);
    if (given) return given;
    if (id === 'affected') return { ok: true, outputs: { environments: '["dev","qa","prod"]', orphaned: '[]', jobs } };
    if (id === 'review') return { ok: true, outputs: { code: '0' } };
    return { ok: true, outputs: id === 'merge' ? { verdict: 'clean' } : {} };
  };
  const jobs = '[["dev","qa"],["prod"]]';
  const hashFiles = (...files: readonly string[]) => files.join();
  const event = { pull_request: { number: 7, head: { repo: { full_name: 'acme/shop' } } } };
  const github = { event_name: 'pull_request', repository: 'acme/shop', run_id: '42', event };
  const results = await runWorkflow({ workflows: workflows(), file: 'pull-request.yml', github, step, hashFiles });
  return { steps, results };
}

const REVIEWED = ['Synthesize', 'Find the role', 'Review', 'actions/upload-artifact', 'Check that it could be planned'];

/** What is done for an environment, in order. */
const stepsFor = (steps: readonly string[], environment: string): string[] =>
  steps
    .filter((step) => step.endsWith(` ${environment}`) || step.endsWith(` plan-review-${environment}`))
    .map((step) => step.replace(/^.*: (.*) .*$/, '$1'));

describe('environments that share a job', () => {
  it('are planned one after another, each with a role and an artifact of its own', async () => {
    const { steps, results } = await plan();

    expect(results).toMatchObject({ 'plan (dev, qa) / review': 'success', 'plan (prod) / review': 'success' });
    for (const name of ['dev', 'qa', 'prod']) expect(stepsFor(steps, name)).toEqual(REVIEWED);
    expect(steps.filter((step) => step.includes('configure-aws-credentials')).length).toBe(3);
    const installs = steps.filter((step) => step.includes('actions/setup'));
    expect(installs).toEqual([
      'plan (dev, qa) / review: ./.github/actions/setup ',
      'plan (prod) / review: ./.github/actions/setup ',
    ]);
  });

  it.each(['dev', 'qa'])(
    'fail together when %s cannot be planned, and the others are reviewed all the same',
    async (one) => {
      const { steps, results } = await plan(({ env, name }) =>
        env['ENVIRONMENT'] === one && name === 'Synthesize' ? { ok: false } : undefined,
      );

      expect(results).toMatchObject({
        ...{ 'plan (dev, qa) / review': 'failure', 'plan (prod) / review': 'success' },
        ...{ comment: 'success', 'plan-review': 'success' },
      });
      for (const name of ['dev', 'qa', 'prod'].filter((each) => each !== one))
        expect(stepsFor(steps, name)).toEqual(REVIEWED);
    },
  );

  it('do not take the role of another one where AWS gives none', async () => {
    let tries = 0;
    const { steps, results } = await plan(({ id }) =>
      id === 'credentials' && ++tries === 2 ? { ok: false } : undefined,
    );

    expect(results).toMatchObject({ 'plan (dev, qa) / review': 'success' });
    expect(stepsFor(steps, 'qa')).toEqual([
      ...['Synthesize', 'Find the role', 'Explain a role that cannot be taken', 'actions/upload-artifact'],
    ]);
  });
});
