import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed } from '../testing/workflows';

const stack = (status: string) => ({ name: 'dev-api', status });
const review = (digest: string | undefined, ...statuses: string[]) => ({
  environments: [{ name: 'dev', digest, stacks: statuses.map(stack) }],
});

describe('what is deployed, compared with what was reviewed', () => {
  let runner: StepRunner;
  beforeEach(() => {
    runner = new StepRunner();
  });
  afterEach(() => runner.remove());

  async function compare(now: object, reviewed?: object): Promise<StepResult> {
    runner.write('now/dev.json', now);
    if (reviewed) runner.write('reviewed/dev.json', reviewed);
    const result = await runner.run(stepNamed('deploy-environment.yml', 'compare', 'Compare'), {
      ENVIRONMENT: 'dev',
    });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    return result;
  }

  it('goes on without asking when it means the same', async () => {
    const { outputs, summary } = await compare(review('abc', 'changes'), review('abc', 'changes'));

    expect(outputs).toEqual({ changes: 'true', reviewed: 'true' });
    expect(summary).toBe('dev: the plan means what was reviewed in the pull request.\n');
  });

  it('asks for a new environment once: its stacks that cannot be planned yet have a digest of their code', async () => {
    const reviewed = review('abc', 'changes', 'from code');

    expect((await compare(reviewed, reviewed)).outputs).toEqual({ changes: 'true', reviewed: 'true' });
  });

  it.each([
    ['another digest', review('abc', 'changes'), review('def', 'changes')],
    ['no review', review('abc', 'changes'), undefined],
    // Two that are both missing are not the same.
    ['no digest on either side', review(undefined, 'not reviewed'), review(undefined, 'not reviewed')],
  ])('asks when there is %s', async (_case, now, reviewed) => {
    const { outputs, summary } = await compare(now, reviewed);

    expect(outputs).toEqual({ changes: 'true', reviewed: 'false' });
    expect(summary).toContain('**nobody has reviewed this plan**');
  });

  it('deploys nothing when nothing changes, and something when one stack does', async () => {
    expect((await compare(review('abc', 'no changes', 'no changes'))).outputs.changes).toBe('false');
    expect((await compare(review('abc', 'no changes', 'changes'))).outputs.changes).toBe('true');
  });
});
