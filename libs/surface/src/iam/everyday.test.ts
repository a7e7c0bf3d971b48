import { found } from '../../testing/hand-plan';

type Rights = readonly [Action: string | readonly string[], Resource?: string, Condition?: object];

const policy = (all: readonly Rights[]) => ({
  name: 'own',
  role: 'worker',
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: all.map(([Action, Resource = '*', Condition]) => ({
      Effect: 'Allow',
      Action,
      Resource,
      ...(Condition && { Condition }),
    })),
  }),
});
const role = {
  name: 'worker',
  arn: 'arn:aws:iam::123456789012:role/worker',
  assume_role_policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
  }),
};

/** The severity of what a role gets. */
const severityOf = (before: readonly Rights[] | null, ...after: Rights[]) =>
  found({
    'aws_iam_role.worker': [role, role],
    'aws_iam_role_policy.own': [before && policy(before), policy(after)],
  }).map((each) => each.split(' ')[0]);

describe('rights that every team gives', () => {
  const one = 'arn:aws:iam::123456789012:role/task';
  const via = { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } };

  const quiet: readonly Rights[] = [
    [['ses:SendEmail', 'ses:SendRawEmail', 'ec2:Describe*', 's3:ListAllMyBuckets']],
    [['translate:TranslateText', 'comprehend:DetectDominantLanguage']],
    [['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream']],
    [['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration']],
    [['ssmmessages:CreateControlChannel', 'ssmmessages:OpenDataChannel']],
    [['autoscaling:CompleteLifecycleAction', 'autoscaling:DescribeAutoScalingGroups']],
    [['kms:Decrypt', 'kms:GenerateDataKey*'], '*', via],
  ];

  it.each(quiet.map((rights) => ({ rights })))('$rights are quiet', ({ rights }) => {
    expect(severityOf(null, rights)).toEqual([]);
    expect(severityOf([['logs:PutLogEvents']], ['logs:PutLogEvents'], rights)).toEqual([]);
  });

  it('are at most medium where they send or pass', () => {
    expect(severityOf(null, ['sns:Publish'])).toEqual(['medium']);
    expect(
      severityOf(null, ['execute-api:ManageConnections', 'arn:aws:execute-api:*:*:*/@connections/*']),
    ).not.toContain('high');
    expect(severityOf([['logs:PutLogEvents']], ['logs:PutLogEvents'], ['iam:PassRole', one])).toEqual(['medium']);
  });

  it('are not those that lead to others', () => {
    const before: Rights[] = [['logs:PutLogEvents']];
    expect(severityOf(before, ['logs:PutLogEvents'], ['iam:PassRole', '*'])).toEqual(['high']);
    expect(severityOf(before, ['iam:PassRole', one], [['lambda:CreateFunction', 'lambda:InvokeFunction']])).toEqual([
      'high',
    ]);
    expect(severityOf(null, ['kms:Decrypt'])).toEqual(['high']);
    expect(severityOf(null, ['kms:Decrypt', '*', { StringLike: { 'kms:ViaService': '*' } }])).toEqual(['high']);
    expect(severityOf(null, ['s3:GetObject', 'arn:aws:s3:::?*'])).toEqual(['high']);
    expect(
      severityOf(null, ['states:UpdateStateMachine', 'arn:aws:states:eu-west-1:123456789012:stateMachine:a']),
    ).toEqual(['high']);
    expect(severityOf(null, ['organizations:LeaveOrganization'])).toEqual(['high']);
    expect(severityOf(null, ['ram:CreateResourceShare'])).not.toEqual([]);
  });

  it.each([
    ...['cognito-identity:SetIdentityPoolRoles', 's3:PutAccountPublicAccessBlock', 'lambda:CreateEventSourceMapping'],
    ...['iam:DeleteAccountPasswordPolicy', 'iam:UpdateAccountPasswordPolicy', 'iam:GetAccountAuthorizationDetails'],
    ...['ecr:PutRegistryPolicy', 'ecr:PutReplicationConfiguration', 'logs:PutResourcePolicy', 'logs:PutAccountPolicy'],
    ...['route53domains:TransferDomainToAnotherAwsAccount', 'route53domains:UpdateDomainNameservers'],
    ...['cloudformation:SetTypeConfiguration', 'ec2:DisableEbsEncryptionByDefault', 'xray:PutEncryptionConfig'],
  ])('%s on * is high, though it knows no narrower resource', (action) => {
    expect(severityOf([['logs:PutLogEvents']], ['logs:PutLogEvents'], [action])).toEqual(['high']);
  });

  it.each([
    ...['ce:GetCostAndUsage', 'logs:DescribeLogGroups', 's3:ListAllMyBuckets', 'cloudwatch:PutMetricData'],
    ...['xray:PutTraceSegments', 'ec2:DescribeInstances', 'iam:GetAccountSummary'],
  ])('%s on * is quiet', (action) => {
    expect(severityOf([['logs:PutLogEvents']], ['logs:PutLogEvents'], [action])).toEqual([]);
  });

  it('may connect functions that are named to what calls them', () => {
    const of = (name: string): Rights => [
      'lambda:CreateEventSourceMapping',
      '*',
      { ArnLike: { 'lambda:FunctionArn': name } },
    ];
    expect(severityOf(null, of('arn:aws:lambda:eu-west-1:123456789012:function:app-*'))).toEqual([]);
    expect(severityOf(null, of('*'))).toEqual(['high']);
  });

  it('are not those whose variable is another now', () => {
    const home = (variable: string): Rights => ['s3:GetObject', `arn:aws:s3:::homes/${variable}/*`];
    expect(severityOf([home('${aws:username}')], home('${aws:PrincipalTag/home}'))).toEqual(['high']);
    expect(severityOf([home('${aws:username}')], home('${*}'))).toEqual(['high']);
    expect(severityOf([home('${aws:username}')], home('${AWS:UserName}'))).toEqual([]);
    expect(severityOf([home('ann')], home('bob'))).toEqual([]);
  });
});

describe('a condition that is taken away', () => {
  const vpce = { StringEquals: { 'aws:SourceVpce': 'vpce-1' } };
  const objects = 'arn:aws:s3:::b/*';
  const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf';
  const key = 'arn:aws:kms:eu-west-1:123456789012:key/1';
  const via = (service: string) => ({ StringLike: { 'kms:ViaService': service } });

  it('is medium, whatever the right', () => {
    expect(severityOf([['s3:GetObject', objects, vpce]], ['s3:GetObject', objects])).toEqual(['medium']);
    expect(
      severityOf(
        [['secretsmanager:GetSecretValue', secret, { IpAddress: { 'aws:SourceIp': '203.0.113.7/32' } }]],
        ['secretsmanager:GetSecretValue', secret, { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
      ),
    ).toEqual(['medium']);
    const [mail, logs] = [via('ses.eu-west-1.amazonaws.com'), via('s3.eu-west-1.amazonaws.com')];
    const both = { ...logs, StringEquals: { 'kms:EncryptionContext:tenant': 'a' } };
    expect(severityOf([['kms:Decrypt', key, logs]], ['kms:Decrypt', key, via('*')])).toEqual(['medium']);
    expect(severityOf([['kms:Decrypt', key, both]], ['kms:Decrypt', key, logs])).toEqual(['medium']);
    expect(severityOf([['kms:Decrypt', key, logs]], ['kms:Decrypt', key, mail])).toEqual([]);
  });

  it('is quiet of rights that every team gives', () => {
    expect(severityOf([['logs:PutLogEvents', '*', vpce]], ['logs:PutLogEvents'])).toEqual([]);
  });
});

describe('rights that let nobody else in', () => {
  const key = 'arn:aws:kms:eu-west-1:123456789012:key/1';
  const before: Rights = ['kms:Decrypt', key];

  it('are grants that only AWS services make', () => {
    const forAws = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
    expect(severityOf([before], before, ['kms:CreateGrant', key, forAws])).toEqual([]);
    expect(severityOf([before], before, ['kms:CreateGrant', key])).toEqual(['high']);
    expect(
      severityOf([before], before, ['kms:CreateGrant', key, { Bool: { 'kms:GrantIsForAWSResource': 'false' } }]),
    ).toEqual(['high']);
  });

  it('are to view and to list: at most medium', () => {
    const view = ['aws-marketplace:ViewSubscriptions', 'bedrock:ListTagsForResource'];
    expect(severityOf([before], before, [view])).toEqual(['medium']);
    expect(severityOf([before], before, [[...view, 's3:GetObject']])).toEqual(['high']);
  });
});
