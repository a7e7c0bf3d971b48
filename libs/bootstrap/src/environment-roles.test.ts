import { ciRoleArn, loadEnvironment } from '@gatehouse/environment';
import { environmentFiles } from '@gatehouse/testing/environments';
import { synthBootstrapStack } from '../testing/bootstrap-target';

const stack = synthBootstrapStack();

describe('the roles of an environment', () => {
  it('have names of the environment, and a path that no deploy role reaches', () => {
    const roles = stack.resource['aws_iam_role'];
    expect([roles?.['dev_plan'], roles?.['dev_deploy']]).toEqual([
      {
        name: 'gatehouse-dev-plan',
        path: '/gatehouse/',
        description: 'Plans dev and changes nothing',
        assume_role_policy: expect.any(String),
      },
      {
        name: 'gatehouse-dev-deploy',
        path: '/gatehouse/',
        description: 'Deploys dev',
        assume_role_policy: expect.any(String),
      },
    ]);
    expect(stack.resource['aws_iam_policy']?.['dev_boundary']).toEqual({
      name: 'gatehouse-dev-boundary',
      path: '/gatehouse/',
      description: 'The most that a role made by a deploy of dev can do',
      policy: expect.any(String),
    });
  });

  it('have a policy for each group of services, and lose none of what they had before these are attached', () => {
    const { resource } = synthBootstrapStack({
      rights: { dev: { types: ['aws_lambda_function', 'aws_sqs_queue'], values: {}, passedTo: [], boundary: [] } },
    });
    expect(resource['aws_iam_policy']?.['dev_plan_data']).toEqual({
      name: 'gatehouse-dev-plan-data',
      path: '/gatehouse/',
      description: 'What plan of dev takes: data',
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ListQueueTags'],
            Resource: ['arn:aws:sqs:eu-west-1:111111111111:gatehouse-dev-*'],
          },
        ],
      }),
    });
    expect(resource['aws_iam_role_policy_attachment']?.['dev_plan_data']).toEqual({
      role: '${aws_iam_role.dev_plan.name}',
      policy_arn: '${aws_iam_policy.dev_plan_data.arn}',
    });
    expect(resource['aws_iam_role_policy']?.['dev_deploy']).toEqual({
      name: 'deploy',
      role: '${aws_iam_role.dev_deploy.name}',
      policy: expect.any(String),
      depends_on: ['data', 'functions'].map((group) => `aws_iam_role_policy_attachment.dev_deploy_${group}`),
    });
  });

  it('are recorded in the state bucket when they have what the record says', () => {
    const queue = { types: ['aws_sqs_queue'], values: {}, passedTo: [], boundary: [] };
    const { resource } = synthBootstrapStack({ rights: { dev: queue, qa: queue } });
    const { content, ...record } = resource['aws_s3_object']?.['dev_rights'] ?? {};
    expect(record).toEqual({
      bucket: '${aws_s3_bucket.state.bucket}',
      key: 'rights/dev.json',
      content_type: 'application/json',
      depends_on: expect.arrayContaining(['aws_iam_policy.dev_boundary', 'aws_iam_role_policy.dev_deploy']),
    });
    expect(JSON.parse(String(content))).toMatchObject({ environments: { dev: queue }, types: { aws_sqs_queue: {} } });
  });

  it('are those that workflows take', () => {
    const dev = loadEnvironment('dev', { directory: environmentFiles });
    for (const does of ['plan', 'deploy'] as const) {
      const role = stack.resource['aws_iam_role']?.[`dev_${does}`] as { path: string; name: string };
      expect(ciRoleArn(dev, does)).toBe(`arn:aws:iam::${dev.account}:role${role.path}${role.name}`);
    }
  });
});
