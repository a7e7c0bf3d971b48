import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCli } from '../../testing/cli';
import { emulatedAws } from '../../testing/cloud';
import { motoWithStates } from '../../testing/moto';
import { TestWorkspace } from '../../testing/workspace';

describe('gatehouse review, with real Terraform', () => {
  const moto = motoWithStates();

  const trusting = (principal: object) => ({
    aws_iam_role: {
      reports: {
        name: 'reports',
        assume_role_policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }],
        }),
      },
    },
  });

  /** Reviews an environment of one stack. */
  async function review(resource: object) {
    const workspace = new TestWorkspace();
    const app = workspace.addEnvironment('qa', 'dev');
    const { endpoint } = moto;
    app.write('qa-api', { ...emulatedAws(moto), resource }, { endpoint, key: 'qa-api' });
    const result = await startCli(['review', 'qa', '--json', 'out/qa.json'], { cwd: workspace.root });
    const json = JSON.parse(readFileSync(join(workspace.root, 'out/qa.json'), 'utf8')) as { verdict: string };
    return { ...result, verdict: json.verdict };
  }

  it('ends with 0, 2 or 1: nothing risky, risky, could not be planned', async () => {
    const clean = await review(trusting({ Service: 'lambda.amazonaws.com' }));
    const risky = await review(trusting({ AWS: '*' }));
    const failed = await review({ aws_iam_role: { reports: { nmae: 'reports' } } });

    expect([clean.exitCode, risky.exitCode, failed.exitCode]).toEqual([0, 2, 1]);
    expect([clean.verdict, risky.verdict, failed.verdict]).toEqual(['clean', 'risky', 'not reviewed']);
    // The review alone is on standard output; how its plan came about is not.
    expect(risky.stdout).toMatch(/^\S.*review.*: 1 critical/i);
    expect(risky.stderr).toMatch(/^qa-api\n {2}\+ aws_iam_role\.reports\n[^]*Wrote out\/qa\.json$/);
    expect(failed.stderr).toContain('Terraform plan failed for qa-api');
  });
});
