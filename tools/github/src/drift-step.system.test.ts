import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed, stepOfAction } from '../testing/workflows';

const env = { ENVIRONMENT: 'dev', RUN: 'https://github.com/acme/shop/actions/runs/42' };

/** With real Terraform, and a stack without a provider. What comes before a deploy: whole-run.system.test.ts. */
describe('the step that looks for drift', () => {
  const runner = new StepRunner();
  afterAll(() => runner.remove());

  const step = (file: string, job: string, name: string): Promise<StepResult> =>
    runner.run(stepNamed(file, job, name), env);

  it('finds none in what was deployed, and leaves the report that is uploaded', async () => {
    const stack = { name: 'dev-api', workingDirectory: 'stacks/dev-api', dependencies: [] };
    runner.write('apps/dev/cdktf.out/manifest.json', { version: '0.21.0', stacks: { 'dev-api': stack } });
    runner.write('apps/dev/cdktf.out/stacks/dev-api/cdk.tf.json', {
      terraform: { backend: { local: { path: `${runner.folder}/dev.tfstate` } } },
      resource: { terraform_data: { users: { input: 'people' } } },
    });
    await runner.run(stepOfAction('review', 'Review'), env);
    runner.write('reviewed/dev.json', runner.read('dev.json'));
    const deployed = await step('deploy-environment.yml', 'deploy', 'Deploy what was reviewed');

    const drift = await step('drift.yml', 'drift', 'Compare with AWS');

    expect(deployed.stdout).toContain('1 added, 0 changed, 0 destroyed');
    expect(drift).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(runner.read('dev.json'))).toMatchObject({
      environments: [{ stacks: [{ stack: 'dev-api', outcome: 'no changes' }] }],
    });
  });
});
