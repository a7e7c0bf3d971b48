import { account, allowing, matches, page, policy, session, verdict } from '../../testing/request';

const everything = allowing('*');

describe(`the requested Region, ${page('reference_policies_examples_aws_deny-requested-region')}`, () => {
  const deny = policy({
    Sid: 'DenyAllOutsideRequestedRegions',
    Effect: 'Deny',
    NotAction: ['cloudfront:*', 'iam:*', 'organizations:*', 'route53:*', 'support:*'],
    Resource: '*',
    Condition: {
      StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'] },
    },
  });

  it.each([
    ['ec2:RunInstances', 'eu-west-1', 'allowed'],
    ['ec2:RunInstances', 'us-east-1', 'explicitlyDenied'],
    ['iam:CreateUser', 'us-east-1', 'allowed'],
  ])('%s in %s is %s', (action, region, result) => {
    const context = { 'aws:RequestedRegion': region };
    expect(verdict(action, '*', { identity: [everything, deny] }, { context })).toBe(result);
  });
});

describe(`the source IP, ${page('reference_policies_examples_aws_deny-ip')}`, () => {
  it.each([
    ['192.0.2.255', 'allowed'],
    ['203.0.113.0', 'allowed'],
    ['198.51.100.7', 'explicitlyDenied'],
  ])('%s is %s', (address, result) => {
    const Condition = { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] } };
    const deny = policy({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
    const context = { 'aws:SourceIp': address };
    expect(verdict('s3:GetObject', 'arn:aws:s3:::b/x', { identity: [everything, deny] }, { context })).toBe(result);
  });
});

describe(`date and time, ${page('reference_policies_examples_aws-dates')}`, () => {
  it.each([
    ['2020-03-31T23:59:59Z', false],
    ['2020-04-01T00:00:01Z', true],
    ['2020-06-30T23:59:58Z', true],
    ['2020-07-01T00:00:00Z', false],
  ])('%s: %s', (now, result) => {
    const condition = {
      DateGreaterThan: { 'aws:CurrentTime': '2020-04-01T00:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2020-06-30T23:59:59Z' },
    };
    expect(matches(condition, { 'aws:CurrentTime': now })).toBe(result);
  });
});

describe(`NotAction, ${page('reference_policies_elements_notaction')}`, () => {
  it('with Allow is every other action on the resource', () => {
    const identity = [policy({ Effect: 'Allow', NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::*' })];
    expect(verdict('s3:DeleteObject', 'arn:aws:s3:::b/x', { identity })).toBe('allowed');
    expect(verdict('s3:DeleteBucket', 'arn:aws:s3:::b', { identity })).toBe('implicitlyDenied');
    expect(verdict('iam:CreateUser', `arn:aws:iam::${account}:user/x`, { identity })).toBe('implicitlyDenied');
  });

  it.each([
    ['true', 'allowed', 'allowed'],
    ['false', 'explicitlyDenied', 'allowed'],
    [undefined, 'explicitlyDenied', 'allowed'],
  ])('with Deny spares IAM from MFA (%s): S3 %s, IAM %s', (mfa, s3, iam) => {
    const deny = policy({
      Sid: 'DenyAllUsersNotUsingMFA',
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    });
    const rest = { context: { 'aws:MultiFactorAuthPresent': mfa } };
    const asked = (action: string) => verdict(action, '*', { identity: [everything, deny] }, rest);
    expect([asked('s3:ListAllMyBuckets'), asked('iam:ListUsers')]).toEqual([s3, iam]);
  });
});

describe('identities of a pool, https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies', () => {
  const identity = 'us-east-1:12345678-1234-1234-1234-123456790ab';
  const sub = '${cognito-identity.amazonaws.com:sub}';
  const may = (statements: object[], action: string, resource: string, context = {}) =>
    verdict(
      action,
      resource,
      { identity: [policy(statements)] },
      { principal: session('people'), context: { 'cognito-identity.amazonaws.com:sub': identity, ...context } },
    ) === 'allowed';

  it('have a prefix of their own in a bucket', () => {
    const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket';
    const statements = [
      {
        Action: ['s3:ListBucket'],
        Effect: 'Allow',
        Resource: [bucket],
        Condition: { StringLike: { 's3:prefix': [`${sub}/*`] } },
      },
      { Action: ['s3:GetObject', 's3:PutObject'], Effect: 'Allow', Resource: [`${bucket}/${sub}/*`] },
    ];
    expect(may(statements, 's3:PutObject', `${bucket}/${identity}/photo`)).toBe(true);
    expect(may(statements, 's3:PutObject', `${bucket}/us-east-1:another/photo`)).toBe(false);
    expect(may(statements, 's3:ListBucket', bucket, { 's3:prefix': `${identity}/` })).toBe(true);
    expect(may(statements, 's3:ListBucket', bucket, { 's3:prefix': '' })).toBe(false);
    expect(may(statements, 's3:ListBucket', bucket)).toBe(false);
  });

  it('have items of their own in a table', () => {
    const table = 'arn:aws:dynamodb:us-west-2:111122223333:table/MyTable';
    const statements = [
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
        Resource: [table],
        Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [sub] } },
      },
    ];
    const keys = (...found: string[]) => ({ 'dynamodb:LeadingKeys': found });
    expect(may(statements, 'dynamodb:GetItem', table, keys(identity))).toBe(true);
    expect(may(statements, 'dynamodb:GetItem', table, keys(identity, 'us-east-1:another'))).toBe(false);
    expect(may(statements, 'dynamodb:Scan', table, keys(identity))).toBe(false);
  });
});
