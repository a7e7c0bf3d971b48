import { account, allowing, decide, page, policy, user, verdict } from '../../testing/request';

const shirley = { principal: user('Shirley') };
const boundary = allowing(['s3:*', 'cloudwatch:*', 'ec2:*']);

const xCompany = policy([
  {
    Sid: 'ServiceBoundaries',
    Effect: 'Allow',
    Action: ['s3:*', 'cloudwatch:*', 'ec2:*', 'dynamodb:*'],
    Resource: '*',
  },
  {
    Sid: 'AllowIAMConsoleForCredentials',
    Effect: 'Allow',
    Action: ['iam:ListUsers', 'iam:GetAccountPasswordPolicy'],
    Resource: '*',
  },
  {
    Sid: 'AllowManageOwnPasswordAndAccessKeys',
    Effect: 'Allow',
    Action: [
      'iam:*AccessKey*',
      'iam:ChangePassword',
      'iam:GetUser',
      'iam:*ServiceSpecificCredential*',
      'iam:*SigningCertificate*',
    ],
    Resource: ['arn:aws:iam::*:user/${aws:username}'],
  },
  { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'] },
  {
    Sid: 'DenyEC2Production',
    Effect: 'Deny',
    Action: 'ec2:*',
    Resource: 'arn:aws:ec2:*:*:instance/i-1234567890abcdef0',
  },
]);

const delegated = policy({
  Sid: 'CreateOrChangeOnlyWithBoundary',
  Effect: 'Allow',
  Action: ['iam:AttachUserPolicy', 'iam:CreateUser', 'iam:DeleteUserPolicy'],
  Resource: '*',
  Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/XCompanyBoundaries' } },
});

describe(`permissions boundaries, ${page('access_policies_boundaries')}`, () => {
  it('limit what an identity policy grants', () => {
    const policies = { identity: [allowing('iam:CreateUser')], boundary };
    expect(decide('iam:CreateUser', '*', policies, shirley)).toMatchObject({
      verdict: 'implicitlyDenied',
      missing: [{ kind: 'boundary', statement: { Effect: 'Allow', Action: 'iam:CreateUser', Resource: '*' } }],
    });
  });

  it('grant nothing', () => {
    expect(decide('s3:GetObject', 'arn:aws:s3:::b/x', { boundary }, shirley).missing).toMatchObject([
      { kind: 'identity' },
    ]);
  });

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::photos/x', 'allowed'],
    ['s3:GetObject', 'arn:aws:s3:::logs/x', 'explicitlyDenied'],
    ['ec2:StopInstances', `arn:aws:ec2:eu-west-1:${account}:instance/i-1234567890abcdef0`, 'explicitlyDenied'],
    ['ec2:StopInstances', `arn:aws:ec2:eu-west-1:${account}:instance/i-2`, 'allowed'],
    ['iam:CreateAccessKey', `arn:aws:iam::${account}:user/Shirley`, 'allowed'],
    ['iam:CreateAccessKey', `arn:aws:iam::${account}:user/Zhang`, 'implicitlyDenied'],
    ['iam:CreateUser', `arn:aws:iam::${account}:user/Eve`, 'implicitlyDenied'],
  ])('of X-Company, with all permissions: %s on %s is %s', (action, resource, result) => {
    expect(verdict(action, resource, { identity: [allowing('*')], boundary: xCompany }, shirley)).toBe(result);
  });

  it('delegate: Zhang creates users with the boundary only', () => {
    const create = (context: object) =>
      verdict(
        'iam:CreateUser',
        `arn:aws:iam::123456789012:user/new`,
        { identity: [allowing('iam:*')], boundary: delegated },
        {
          principal: user('Zhang', '123456789012'),
          context: context as Record<string, string>,
        },
      );
    expect(create({ 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/XCompanyBoundaries' })).toBe(
      'allowed',
    );
    expect(create({ 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/Other' })).toBe('implicitlyDenied');
    expect(create({})).toBe('implicitlyDenied');
  });

  it('make every NotPrincipal with Deny deny', () => {
    const resource = policy([
      { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' },
      {
        Effect: 'Deny',
        NotPrincipal: { AWS: [account, `arn:aws:iam::${account}:user/Shirley`] },
        Action: 's3:*',
        Resource: '*',
      },
    ]);
    expect(verdict('s3:GetObject', 'arn:aws:s3:::b/x', { resource }, shirley)).toBe('allowed');
    expect(verdict('s3:GetObject', 'arn:aws:s3:::b/x', { resource, boundary }, shirley)).toBe('explicitlyDenied');
  });
});
