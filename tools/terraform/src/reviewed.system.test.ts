import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { renderJson, reviewEnvironment, reviewOf } from '@gatehouse/plan-review';
import { TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { motoWithStates } from '../testing/moto';
import { writeTwoStacks } from '../testing/two-stacks';

describe('deploy --reviewed, with real Terraform', () => {
  const moto = motoWithStates();
  let app: TestApp;

  beforeEach(() => {
    app = new TestApp();
  });

  const write = (input: string, output = 'pool-1'): void =>
    writeTwoStacks(app, moto.endpoint, { input, outputs: { pool: output }, read: 'pool' });

  /** Plans, and writes what plan-review makes of it. @returns the digest and the file */
  async function review(stacks: readonly string[]): Promise<{ digest: string; file: string }> {
    await startCli(['plan', app.directory]);
    const plans = Object.fromEntries(
      stacks.map((name) => [
        name,
        JSON.parse(readFileSync(join(app.directory, '.terraform-work', name, 'plan.json'), 'utf8')),
      ]),
    );
    const notPlanned: Record<string, string> = stacks.includes('api') ? {} : { api: 'depends on identity' };
    const environment = reviewEnvironment({ name: basename(app.directory), plans, notPlanned });
    const file = join(app.directory, 'review.json');
    writeFileSync(file, renderJson(reviewOf([environment])));
    return { digest: environment.digest ?? '', file };
  }

  const deploy = (reviewed: string) => startCli(['deploy', app.directory, '--reviewed', reviewed]);

  it('applies what was reviewed, and stops at a stack that nobody could review yet', async () => {
    write('people');

    const first = await deploy((await review(['identity'])).file);
    const second = await deploy((await review(['identity', 'api'])).digest);
    const again = await startCli(['plan', app.directory]);

    expect(first.exitCode).toBe(1);
    expect(first.stdout).toMatch(/identity\n[^]*1 added, 0 changed, 0 destroyed\napi\n/);
    // The plan that was reviewed is shown once, with all plans.
    expect(String(second.stdout).match(/\+ terraform_data\.api/g)).toHaveLength(1);
    expect(first.stderr).toContain(
      'api was not applied: it could not be planned when it was reviewed. Plan and review it, then deploy again.',
    );
    expect(second).toMatchObject({ exitCode: 0 });
    expect(second.stdout).toMatch(/1 added, 0 changed, 0 destroyed$/);
    expect(again).toMatchObject({ exitCode: 0 });
  });

  it('applies nothing when the plan means something else by now, and says what', async () => {
    write('people');
    await startCli(['deploy', app.directory]);
    write('more people');
    const { digest, file } = await review(['identity', 'api']);
    write('other people');

    const byDigest = await deploy(digest);
    const byReview = await deploy(file);
    write('people');
    const applied = await startCli(['plan', app.directory]);

    expect([byDigest.exitCode, byReview.exitCode]).toEqual([1, 1]);
    expect(byDigest.stderr).toMatch(
      new RegExp(
        `^Nothing was applied: the plan is not what was reviewed\\.\n {2}reviewed: ${digest}\n {2}now: {6}gh2-[0-9a-f]{40}\nReview the plan above`,
      ),
    );
    expect(byReview.stderr).toMatch(
      /^Nothing was applied: the plan is not what was reviewed\.\n {2}identity: terraform_data\.users: still update, but /,
    );
    expect(applied).toMatchObject({ exitCode: 0 });
  });

  it('stops before a stack whose plan changed with the one before it', async () => {
    write('people', 'pool-1');
    await startCli(['deploy', app.directory]);
    write('people', 'pool-2');
    const { file } = await review(['identity', 'api']);

    const deployed = await deploy(file);

    expect(deployed.exitCode).toBe(1);
    expect(deployed.stderr).toBe(
      'api was not applied: its plan means something else now that the stack before it is applied. ' +
        'Plan and review it, then deploy again.',
    );
  });

  it('fails when what was reviewed is neither a digest nor a review', async () => {
    write('people');

    const nothing = await deploy('no-such-file');
    const part = await startCli(['deploy', app.directory, '--stack=api', '--reviewed', 'gh2-00']);

    expect([nothing.exitCode, part.exitCode]).toEqual([1, 1]);
    expect(nothing.stderr).toBe(
      '--reviewed no-such-file: expected a digest (gh2-…) as the review prints it, or the JSON file of a review.',
    );
    expect(part.stderr).toBe('--reviewed covers all stacks of one environment: leave out --stack and --all.');
  });
});
