import { OWN, OTHER, document, allow, root, ofPolicy } from '../../testing/resource-policy';

const from = (SourceArn: string) => ({ Condition: { ArnLike: { 'aws:SourceArn': SourceArn } } });

describe('a policy of a resource', () => {
  const queue = (...statements: object[]) => ({ queue_url: 'https://sqs/1/q', policy: document(...statements) });
  const onQueue = (before: object[] | null, after: object[] | null) =>
    ofPolicy('aws_sqs_queue_policy.q', before && queue(...before), after && queue(...after));

  it.each([
    ['everyone', allow('*', 'sqs:SendMessage'), 'critical'],
    [
      'everyone but one',
      { ...allow('*', 'sqs:SendMessage'), Principal: undefined, NotPrincipal: root(OWN) },
      'critical',
    ],
    ['another account', allow(root(OTHER), 'sqs:SendMessage'), 'high'],
    ['an account by its number', allow({ AWS: OTHER }, 'sqs:ReceiveMessage'), 'high'],
    ['another account that may change the policy', allow(root(OTHER), 'sqs:AddPermission'), 'critical'],
    ['a role of another account', allow({ AWS: `arn:aws:iam::${OTHER}:role/x` }, 'sqs:*'), 'critical'],
    [
      'an organization',
      allow('*', 'sqs:SendMessage', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
      'high',
    ],
    [
      'a network',
      allow('*', 'sqs:SendMessage', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      'high',
    ],
    [
      'the whole internet, written as a network',
      allow('*', 'sqs:SendMessage', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      'critical',
    ],
    [
      'a network that is only not another one',
      allow('*', 'sqs:SendMessage', { Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      'critical',
    ],
    ...[
      { StringLike: { 'aws:PrincipalAccount': '11112222333?' } },
      { StringLike: { 'aws:PrincipalAccount': ['11*', OWN] } },
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::11112222333?:role/x' } },
      { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::1*:role/x' } },
      { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    ].map((Condition): [string, object, string] => [
      `everyone under ${JSON.stringify(Condition)}`,
      allow('*', 'sqs:SendMessage', { Condition }),
      'critical',
    ]),
    [
      'an organization whatever the account',
      allow('*', 'sqs:SendMessage', {
        Condition: {
          StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
          StringLike: { 'aws:PrincipalAccount': '*' },
        },
      }),
      'high',
    ],
    ['a service for anyone', allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage'), 'medium'],
    [
      'a service for another account',
      allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', from(`arn:aws:sns:eu-west-1:${OTHER}:*`)),
      'high',
    ],
    [
      'a service for any account, by a wildcard',
      allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', from('arn:aws:sns:*:*:*')),
      'medium',
    ],
    [
      'everyone from a topic of another account',
      allow('*', 'sqs:SendMessage', from(`arn:aws:sns:eu-west-1:${OTHER}:t`)),
      'high',
    ],
  ])('that lets in %s is reported', (_, statement, severity) => {
    expect(onQueue([allow(root(OWN), 'sqs:*')], [allow(root(OWN), 'sqs:*'), statement])).toEqual([severity]);
    expect(onQueue(null, [statement])).toEqual([severity]);
  });

  it.each([
    ['its own account', allow(root(OWN), 'sqs:*')],
    ['a role of its own account', allow({ AWS: `arn:aws:iam::${OWN}:role/x` }, 'sqs:SendMessage')],
    [
      'everyone of its own account',
      allow('*', 'sqs:*', { Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } } }),
    ],
    [
      'roles of its own account',
      allow('*', 'sqs:SendMessage', {
        Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/*` } },
      }),
    ],
    [
      'its own account, with a wildcard for nothing',
      allow('*', 'sqs:SendMessage', { Condition: { StringLike: { 'aws:PrincipalAccount': `${OWN}*` } } }),
    ],
    [
      'every service for its own account',
      allow('*', 'sqs:SendMessage', {
        Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' }, StringEquals: { 'aws:SourceAccount': OWN } },
      }),
    ],
    [
      'a service for its own topic',
      allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', from(`arn:aws:sns:eu-west-1:${OWN}:t`)),
    ],
    ['everyone from its own topic', allow('*', 'sqs:SendMessage', from(`arn:aws:sns:eu-west-1:${OWN}:t`))],
    ['a bucket', allow({ Service: 's3.amazonaws.com' }, 'sqs:SendMessage', from('arn:aws:s3:::photos'))],
    ['no one', { ...allow('*', 'sqs:SendMessage'), Effect: 'Deny' }],
  ])('that lets in %s is not', (_, statement) => {
    expect(onQueue([allow(root(OWN), 'sqs:SendMessage')], [allow(root(OWN), 'sqs:SendMessage'), statement])).toEqual(
      [],
    );
    expect(onQueue(null, [statement])).toEqual([]);
  });

  it('is reported for a Deny that is gone, with a milder severity where it only asked for TLS', () => {
    const deny = (Condition: object) => ({ ...allow('*', 'sqs:*'), Effect: 'Deny', Condition });
    const open = allow(root(OWN), 'sqs:*');
    expect(onQueue([open, deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })], [open])).toEqual(['high']);
    expect(onQueue([open, deny({ Bool: { 'aws:SecureTransport': 'false' } })], [open])).toEqual(['medium']);
    expect(onQueue([open, deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })], null)).toEqual(['high']);
  });

  it('is not, when it says the same in another way or less', () => {
    const [one, two] = [allow(root(OTHER), 'sqs:SendMessage'), allow({ AWS: '888888888888' }, 'sqs:SendMessage')];
    expect(onQueue([one, two], [allow({ AWS: [OTHER, '888888888888'] }, ['SQS:sendmessage'], { Sid: 'A' })])).toEqual(
      [],
    );
    expect(onQueue([one, two], [two])).toEqual([]);
  });

  it.each([
    ['aws_s3_bucket_policy.b', { bucket: 'photos' }, 'policy', 's3:GetObject', 'high'],
    ['aws_s3_bucket_policy.b', { bucket: 'acme-tfstate' }, 'policy', 's3:GetObject', 'critical'],
    ['aws_s3_access_point.p', { name: 'p' }, 'policy', 's3:GetObject', 'high'],
    ['aws_kms_key.k', {}, 'policy', 'kms:Decrypt', 'critical'],
    ['aws_kms_key.k', {}, 'policy', 'kms:DescribeKey', 'high'],
    ['aws_kms_key_policy.k', { key_id: 'k' }, 'policy', 'kms:CreateGrant', 'critical'],
    ['aws_sns_topic_policy.t', { arn: 'arn:t' }, 'policy', 'sns:Subscribe', 'high'],
    ['aws_sns_topic.t', { name: 't' }, 'policy', 'sns:Publish', 'high'],
    ['aws_secretsmanager_secret_policy.s', { secret_arn: 's' }, 'policy', 'secretsmanager:GetSecretValue', 'critical'],
    ['aws_ecr_repository_policy.r', { repository: 'r' }, 'policy', 'ecr:BatchGetImage', 'high'],
    ['aws_ecr_registry_policy.r', {}, 'policy', 'ecr:ReplicateImage', 'high'],
    ['aws_dynamodb_resource_policy.t', { resource_arn: 'arn:t' }, 'policy', 'dynamodb:GetItem', 'high'],
    ['aws_cloudwatch_event_bus_policy.b', { event_bus_name: 'b' }, 'policy', 'events:PutEvents', 'high'],
    ['aws_cloudwatch_log_resource_policy.l', { policy_name: 'l' }, 'policy_document', 'logs:PutLogEvents', 'high'],
    [
      'aws_cloudwatch_log_destination_policy.l',
      { destination_name: 'l' },
      'access_policy',
      'logs:PutSubscriptionFilter',
      'high',
    ],
    ['aws_efs_file_system_policy.f', { file_system_id: 'f' }, 'policy', 'elasticfilesystem:ClientWrite', 'high'],
    ['aws_vpc_endpoint_policy.e', { vpc_endpoint_id: 'e' }, 'policy', 's3:GetObject', 'medium'],
  ])('%s is read: %s', (address, of, argument, action, severity) => {
    const before = { ...of, [argument]: document(allow(root(OWN), action.replace(/:.*/, ':*'))) };
    const after = {
      ...of,
      [argument]: document(allow(root(OWN), action.replace(/:.*/, ':*')), allow(root(OTHER), action)),
    };
    expect(ofPolicy(address, before, after)).toEqual([severity]);
    expect(ofPolicy(address, after, before)).toEqual([]);
  });
});

describe('a policy of what is there already', () => {
  const dev = { AWS: `arn:aws:iam::${OWN}:role/dev` };
  const key = (...statements: object[]) => ({ key_id: 'k', policy: document(...statements) });
  const onKey = (before: object[], after: object[]) => ofPolicy('aws_kms_key_policy.k', key(...before), key(...after));
  const onBucket = (...statements: object[]) =>
    ofPolicy(
      'aws_s3_bucket_policy.b',
      { bucket: 'photos', policy: document(allow(dev, 's3:GetObject')) },
      { bucket: 'photos', policy: document(allow(dev, 's3:GetObject'), ...statements) },
    );
  const admin = allow(root(OWN), 'kms:*');

  it('is reported where a principal of its own account gets control of it', () => {
    expect(onBucket(allow(dev, 's3:*'))).toEqual(['high']);
    expect(onBucket(allow(dev, 's3:PutBucketPolicy'))).toEqual(['high']);
    expect(onBucket(allow(dev, ['s3:PutObject', 's3:ListBucket']))).toEqual([]);
    expect(onBucket({ Effect: 'Allow', Principal: dev, NotAction: 's3:ListBucket', Resource: '*' })).toEqual(['high']);
    expect(onKey([admin], [admin, allow(dev, 'kms:*')])).toEqual(['high']);
    expect(onKey([admin], [admin, allow(dev, ['kms:Decrypt', 'kms:GenerateDataKey'])])).toEqual([]);
    expect(onKey([allow(dev, 'kms:*')], [admin])).toEqual(['high']);
    expect(onKey([admin], [admin, allow(dev, 'kms:*', { Condition: {} })])).toEqual(['high']);
    const Condition = { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } };
    expect(onKey([admin], [admin, allow(dev, 'kms:*', { Condition })])).toEqual([]);
    // A key that is there, with the policy in its own argument; who makes a key may say whose it is.
    const own = (...statements: object[]) => ({ key_id: 'k', policy: document(...statements) });
    expect(ofPolicy('aws_kms_key.k', own(admin), own(admin, allow(dev, 'kms:*')))).toEqual(['high']);
    expect(ofPolicy('aws_kms_key.k', null, own(admin, allow(dev, 'kms:*')))).toEqual([]);
    const ecr = { repository: 'r', policy: document(allow(dev, 'ecr:*')) };
    expect(ofPolicy('aws_ecr_repository_policy.r', null, ecr)).toEqual(['high']);
  });

  it('of a secret is, where the whole account can read it', () => {
    const secret = (...statements: object[]) => ({ secret_arn: 's', policy: document(...statements) });
    const read = allow(dev, 'secretsmanager:GetSecretValue');
    const after = (statement: object) =>
      ofPolicy('aws_secretsmanager_secret_policy.s', secret(read), secret(read, statement));
    expect(after(allow(root(OWN), 'secretsmanager:*'))).toEqual(['high']);
    expect(after(allow({ AWS: `arn:aws:iam::${OWN}:role/app` }, 'secretsmanager:GetSecretValue'))).toEqual([]);
  });

  it('of a function is, where a role can change its code', () => {
    const permission = { function_name: 'f', principal: dev.AWS };
    const added = (action: string) => ofPolicy('aws_lambda_permission.p', null, { ...permission, action });
    expect(added('lambda:UpdateFunctionCode')).toEqual(['high']);
    expect(added('lambda:*')).toEqual(['high']);
    expect(added('lambda:InvokeFunction')).toEqual([]);
  });

  it('is reported where it locks out those who manage it', () => {
    const deny = (more: object = {}) => ({ ...allow('*', 's3:*', more), Effect: 'Deny' });
    expect(onBucket(deny())).toEqual(['high']);
    expect(onBucket(deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }))).toEqual([]);
    expect(onKey([admin, allow(dev, 'kms:Decrypt')], [allow(dev, 'kms:Decrypt')])).toEqual(['high']);
    expect(onKey([admin, allow(dev, 'kms:*')], [allow(dev, 'kms:*')])).toEqual([]);
  });
});
