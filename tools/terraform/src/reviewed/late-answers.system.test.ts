import { s3State } from '../../testing/app';
import { ask, emulatedAws } from '../../testing/cloud';
import { motoWithStates } from '../../testing/moto';
import { Reviewing } from '../../testing/reviewing';

describe('a data source that is read during the apply, with real Terraform', () => {
  const moto = motoWithStates();
  let qa: Reviewing;
  beforeEach(() => (qa = new Reviewing(moto)));

  const answer = (value: string) =>
    ask(moto, 'AmazonSSM', 'PutParameter', { Name: '/qa/actions', Value: value, Type: 'String', Overwrite: true });

  it('is read first, and the rest applied when it means what was reviewed', async () => {
    qa.write('qa-identity', { output: { who: { value: 'people' } } });
    // Read from a place that is only known when something is made.
    const config = { ...s3State(moto.endpoint, ''), key: '${terraform_data.place.output}' };
    const place = { input: `${qa.key('qa-identity')}.tfstate` };
    const user = { input: '${data.terraform_remote_state.late.outputs.who}' };
    qa.write(
      'qa-api',
      {
        data: { terraform_remote_state: { late: { backend: 's3', config } } },
        resource: { terraform_data: { place, user } },
      },
      ['qa-identity'],
    );

    const deployed = await qa.deploy((await qa.review()).digest);

    expect([deployed.exitCode, await qa.applied(), qa.plansLeft()]).toEqual([0, ['qa-identity', 'qa-api'], []]);
    expect(deployed.stdout).toContain(
      'qa-api\n  reads data.terraform_remote_state.late first: the rest depends on what it answers\n',
    );
  });

  it('stops a deploy when it opens access, and does not when it means the same', async () => {
    /** What a role may do is in a parameter. */
    const write = (version: string): void => {
      const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
      qa.write('qa-api', {
        ...emulatedAws(moto),
        data: {
          aws_ssm_parameter: { actions: { name: '/qa/actions', depends_on: ['terraform_data.version'] } },
          aws_iam_policy_document: {
            qa: {
              statement: [
                { actions: ['${data.aws_ssm_parameter.actions.insecure_value}'], resources: ['arn:aws:s3:::qa/*'] },
              ],
            },
          },
        },
        resource: {
          terraform_data: { version: { input: version } },
          aws_iam_role: { qa: { name: 'qa-late', assume_role_policy: JSON.stringify({ Statement: [trust] }) } },
          aws_iam_role_policy: {
            qa: {
              name: 'qa',
              role: '${aws_iam_role.qa.name}',
              policy: '${data.aws_iam_policy_document.qa.json}',
            },
          },
        },
      });
    };
    await answer('s3:GetObject');
    write('1');
    const first = await qa.review();
    const same = await qa.deploy(first.file);
    write('2');
    const second = await qa.review();
    await answer('s3:*');
    const opened = await qa.deploy(second.file);

    const role = 'aws_iam_role_policy.qa';

    expect(first.review.environments[0]).toMatchObject({
      findings: [{ severity: 'high', rule: 'iam-widened', address: role }],
      stacks: [
        {
          readAtApply: [{ source: 'data.aws_ssm_parameter.actions', usedBy: ['data.aws_iam_policy_document.qa'] }],
        },
      ],
    });
    expect(first.stdout).toContain('1 data source read during the apply, so the answer is not bound');
    expect([same.exitCode, same.stderr]).toEqual([0, expect.not.stringContaining('was not applied')]);
    expect(same.stdout).toContain(
      'qa-api\n  reads data.aws_ssm_parameter.actions first: the rest depends on what it answers\n',
    );
    expect([opened.exitCode, qa.plansLeft()]).toEqual([1, []]);
    expect(opened.stderr).toContain(
      'qa-api was not applied: what its data sources answer makes its plan another one:\n' +
        `  new finding: high iam-widened at ${role}: Everyone who can assume role qa-late can do s3:*`,
    );
    expect(await (await qa.stateOf('qa-api')).text()).toMatch(/"policy": ".*s3:GetObject/);
  });
});
