import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed } from '../testing/workflows';

describe('the required status of a pull request', () => {
  const runner = new StepRunner();
  afterAll(() => runner.remove());

  const clean = {
    AFFECTED: 'success',
    ENVIRONMENTS: '["dev"]',
    SAME_REPOSITORY: 'true',
    PLAN: 'success',
    COMMENT: 'success',
    VERDICT: 'clean',
    ACCEPT: 'skipped',
  };
  const decide = (more: Partial<typeof clean>): Promise<StepResult> =>
    runner.run(stepNamed('pull-request.yml', 'plan-review', 'Decide'), { ...clean, ...more });

  it.each([
    ['nothing is risky', {}],
    ['no environment changes', { ENVIRONMENTS: '[]', PLAN: 'skipped' }],
    ['what is risky was accepted', { VERDICT: 'risky', ACCEPT: 'success' }],
    ['a stack that nobody can review yet was accepted', { VERDICT: 'not reviewed', ACCEPT: 'success' }],
    [
      "a fork's changes no environment",
      { ENVIRONMENTS: '[]', SAME_REPOSITORY: 'false', PLAN: 'skipped', COMMENT: 'skipped', VERDICT: '' },
    ],
  ])('is green when %s', async (_case, more) => {
    expect(await decide(more)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it.each([
    ['nobody accepted what is risky', { VERDICT: 'risky', ACCEPT: 'failure' }, 'nobody accepted it'],
    ['the verdict is unknown', { VERDICT: '' }, 'The verdict is ""'],
    ['not everything could be planned', { PLAN: 'failure', VERDICT: 'risky', ACCEPT: 'success' }, 'could be planned'],
    ['planning was cancelled', { PLAN: 'cancelled' }, 'could be planned'],
    ['the comment could not be written', { COMMENT: 'failure' }, 'could not be written'],
    ['what is affected is not known', { AFFECTED: 'failure', ENVIRONMENTS: '' }, 'is not known'],
    [
      'a fork changes an environment',
      { SAME_REPOSITORY: 'false', PLAN: 'skipped', COMMENT: 'skipped', VERDICT: '' },
      'What needs no credentials has run: types, tests, synthesis and the rules',
    ],
  ])('fails when %s, and says so', async (_case, more, message) => {
    const { exitCode, stdout } = await decide(more);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('::error title=Plan review::');
    expect(stdout).toContain(message);
  });
});
