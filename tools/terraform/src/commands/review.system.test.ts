import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentReview, Review } from '@gatehouse/plan-review';
import { remoteState } from '../../testing/app';
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

  it('reviews a stack from its code while the stack that it reads is not applied', async () => {
    const workspace = new TestWorkspace();
    const app = workspace.addEnvironment('qa', 'dev');
    const { endpoint } = moto;
    const key = 'qa-identity-of-review';
    app.write('qa-identity', { output: { pool: { value: 'eu-west-1_new' } } }, { endpoint, key });
    const reads = 'data.terraform_remote_state.upstream.outputs.pool';
    const method = { rest_api_id: '${aws_api_gateway_rest_api.qa.id}', http_method: 'GET' };
    app.write(
      'qa-api',
      {
        ...emulatedAws(moto),
        data: remoteState(endpoint, key),
        resource: {
          aws_api_gateway_rest_api: { qa: { name: 'qa', description: `Users of \${${reads}}` } },
          aws_api_gateway_method: {
            root: { ...method, resource_id: '${aws_api_gateway_rest_api.qa.root_resource_id}', authorization: 'NONE' },
          },
        },
      },
      { endpoint, key: 'qa-api-of-review', dependencies: ['qa-identity'] },
    );
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
        cwd: workspace.root,
      });
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=before');

    const result = await startCli(['review', 'qa', '--json', 'out/qa.json'], { cwd: workspace.root });

    const { environments, verdict } = JSON.parse(readFileSync(join(workspace.root, 'out/qa.json'), 'utf8')) as Review;
    const [{ access, findings, stacks }] = environments as [EnvironmentReview];
    expect([result.exitCode, verdict]).toEqual([2, 'risky']);
    expect(stacks.map(({ name, status }) => [name, status])).toEqual([
      ['qa-identity', 'changes'],
      ['qa-api', 'from code'],
    ]);
    expect(access.map(({ route, before, after }) => [route, before, after])).toEqual([['GET /', undefined, 'anyone']]);
    expect(findings.map(({ rule }) => rule)).toContain('public-route');
    expect(result.stdout.replace(/\s+/g, ' ')).toContain(
      'qa-api: not planned yet, reviewed from its code; 2 to add. It cannot be planned before qa-identity is applied; its code is compared with nothing, for it is new.',
    );
  });
});
