import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed } from '../testing/workflows';

const env = { ENVIRONMENT: 'dev', RUN: 'https://github.com/acme/shop/actions/runs/42' };

/** From the plan in a pull request to the deploy, with real Terraform: what one job leaves is what the next one takes. */
describe('a change on its way through the workflows', () => {
  const runner = new StepRunner();
  afterAll(() => runner.remove());

  function synthesize(input: string): void {
    const stack = { name: 'dev-api', workingDirectory: 'stacks/dev-api', dependencies: [] };
    runner.write('apps/dev/cdktf.out/manifest.json', { version: '0.21.0', stacks: { 'dev-api': stack } });
    runner.write('apps/dev/cdktf.out/stacks/dev-api/cdk.tf.json', {
      terraform: { backend: { local: { path: `${runner.folder}/dev.tfstate` } } },
      resource: { terraform_data: { users: { input } } },
    });
  }

  const step = (file: string, job: string, name: string): Promise<StepResult> =>
    runner.run(stepNamed(file, job, name), { ...env, CODE: '' });

  /** @returns what is uploaded */
  async function review(): Promise<string> {
    const reviewed = await step('review-environment.yml', 'review', 'Review');
    expect(reviewed).toMatchObject({ exitCode: 0 });
    expect(['0', '2']).toContain(reviewed.outputs.code);
    expect(reviewed.summary).toContain('<!-- gatehouse-plan-review -->');
    return runner.read('dev.json');
  }

  it('is deployed as it was reviewed, then not again, and not at all when it became another one', async () => {
    synthesize('people');
    const inPullRequest = await review();
    runner.write('reviewed/dev.json', inPullRequest);
    runner.write('now/dev.json', await review());

    const compared = await step('deploy-environment.yml', 'compare', 'Compare');
    const deployed = await step('deploy-environment.yml', 'deploy', 'Deploy what was reviewed');
    runner.write('now/dev.json', await review());
    const afterwards = await step('deploy-environment.yml', 'compare', 'Compare');
    const drift = await step('drift.yml', 'drift', 'Compare with AWS');
    const report = JSON.parse(runner.read('dev.json')) as unknown;
    synthesize('another owner');
    const refused = await step('deploy-environment.yml', 'deploy', 'Deploy what was reviewed');

    expect(compared.outputs).toEqual({ changes: 'true', reviewed: 'true' });
    expect(deployed).toMatchObject({ exitCode: 0 });
    expect(deployed.stdout).toContain('1 added, 0 changed, 0 destroyed');
    expect(afterwards.outputs).toEqual({ changes: 'false', reviewed: 'false' });
    expect(drift).toMatchObject({ exitCode: 0 });
    expect(report).toMatchObject({
      environments: [{ stacks: [{ stack: 'dev-api', outcome: 'no changes' }] }],
    });
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stderr).toContain('Nothing was applied: the plan is not what was reviewed.');
  });
});
