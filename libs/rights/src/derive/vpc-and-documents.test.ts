import { place } from '../../testing';
import { catalogue } from '../catalogue';
import { deriveRights, type StackContent } from './index';

const derive = (stacks: Readonly<Record<string, StackContent>>) =>
  deriveRights(
    Object.entries(stacks).map(([name, content]) => ({ name, content })),
    place,
    catalogue,
  );

describe('a policy document', () => {
  const role = (statement: object): StackContent => ({
    data: {
      aws_iam_policy_document: {
        own: { statement: [statement] },
        trust: {
          statement: [
            {
              actions: ['sts:AssumeRole'],
              principals: [{ type: 'Service', identifiers: ['lambda.amazonaws.com'] }],
            },
          ],
        },
      },
    },
    resource: {
      aws_iam_role: {
        service: {
          name: 'acme-dev-service',
          assume_role_policy: '${data.aws_iam_policy_document.trust.json}',
        },
      },
      aws_iam_role_policy: { own: { policy: '${data.aws_iam_policy_document.own.json}' } },
      aws_sqs_queue: { jobs: { name: 'acme-dev-jobs' } },
    },
  });

  it('is read as the policy that it writes, of what a role may do and of who takes it', () => {
    const { problems, rights } = derive({
      'dev-jobs': role({ actions: ['sqs:SendMessage'], resources: ['${aws_sqs_queue.jobs.arn}'] }),
    });

    expect(problems).toEqual([]);
    expect(rights.passedTo).toEqual(['lambda.amazonaws.com']);
    expect(rights.boundary).toEqual([
      { actions: ['sqs:SendMessage'], resources: ['arn:{partition}:sqs:{region}:{account}:{prefix}*'] },
    ]);
  });

  it('is refused where it allows all but something, as JSON is', () => {
    const { problems } = derive({ 'dev-jobs': role({ not_actions: ['iam:*'], resources: ['*'] }) });

    expect(problems.join('\n')).toContain(
      'dev-jobs: aws_iam_role_policy.own\n  expected  "Action" and "Resource" in every statement that allows something',
    );
  });
});

describe('a function of a team in a VPC, with a key of its own', () => {
  const { problems, rights } = derive({
    'dev-orders': {
      data: { aws_vpc: { company: { tags: { Name: 'company' } } }, aws_subnets: { own: {} } },
      resource: {
        aws_security_group: { orders: { name: 'acme-dev-orders', vpc_id: '${data.aws_vpc.company.id}' } },
        aws_vpc_security_group_egress_rule: { https: { security_group_id: '${aws_security_group.orders.id}' } },
        aws_kms_key: { orders: {} },
        aws_lambda_function: {
          orders: {
            function_name: 'acme-dev-orders',
            kms_key_arn: 'arn:aws:kms:eu-west-1:999999999999:key/a1',
            vpc_config: { security_group_ids: ['${aws_security_group.orders.id}'] },
          },
        },
        aws_dynamodb_table: {
          orders: {
            name: 'acme-dev-orders',
            server_side_encryption: { enabled: true, kms_key_arn: '${aws_kms_key.orders.arn}' },
          },
        },
      },
    },
  });

  it('has all of its types in the catalogue', () => {
    expect(problems).toEqual([]);
    expect(rights.types).toEqual([
      'aws_dynamodb_table',
      'aws_dynamodb_table.server_side_encryption',
      'aws_kms_key',
      'aws_lambda_function',
      'aws_lambda_function.kms_key_arn',
      'aws_lambda_function.vpc_config',
      'aws_security_group',
      'aws_vpc_security_group_egress_rule',
      'data.aws_subnets',
      'data.aws_vpc',
    ]);
  });

  it('reaches a key of another account by its ARN', () => {
    expect(rights.values).toEqual({
      'aws_lambda_function.kms_key_arn.kms_key_arn': ['arn:aws:kms:eu-west-1:999999999999:key/a1'],
    });
  });
});
