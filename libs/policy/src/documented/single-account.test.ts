import { account, allowing, decide, page, policy, session, user, verdict } from '../../testing/request';
import { type Policies, type Principal } from '../index';

const bucket = 'arn:aws:s3:::b/x';
const silent = allowing('ec2:*');

const carlos: Policies = {
  identity: [
    policy([
      {
        Sid: 'AllowS3ListRead',
        Effect: 'Allow',
        Action: [
          's3:GetBucketLocation',
          's3:GetAccountPublicAccessBlock',
          's3:ListAccessPoints',
          's3:ListAllMyBuckets',
        ],
        Resource: 'arn:aws:s3:::*',
      },
      {
        Sid: 'AllowS3Self',
        Effect: 'Allow',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar'],
      },
      { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::*log*' },
    ]),
  ],
};

const carlosBucket = policy([
  {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:user/carlossalazar` },
    Action: 's3:*',
    Resource: ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar'],
  },
]);

describe(`one account, ${page('reference_policies_evaluation-logic')}#policies_evaluation_example`, () => {
  const principal = user('carlossalazar');

  it('denies what a statement denies, whatever allows it', () => {
    const found = decide('s3:PutObject', 'arn:aws:s3:::carlossalazar-logs/x', carlos, { principal });
    expect(found).toMatchObject({
      verdict: 'explicitlyDenied',
      by: [{ kind: 'identity', sid: 'DenyS3Logs', index: 2 }],
    });
  });

  it.each([
    ['identity and bucket', { ...carlos, resource: carlosBucket }],
    ['identity alone', carlos],
    ['bucket alone', { resource: carlosBucket }],
  ])('allows what one of them allows: %s', (_, policies) => {
    expect(verdict('s3:PutObject', 'arn:aws:s3:::carlossalazar/x', policies, { principal })).toBe('allowed');
  });

  it('lets Carlos list the buckets', () => {
    expect(verdict('s3:ListAllMyBuckets', 'arn:aws:s3:::*', carlos, { principal })).toBe('allowed');
  });
});

describe(`explicit and implicit, ${page('reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay')}`, () => {
  const identity = [
    policy([
      { Sid: 'AllowGetList', Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' },
      { Sid: 'DenyReports', Effect: 'Deny', Action: 'iam:*Report', Resource: '*' },
    ]),
    allowing('iam:GenerateCredentialReport'),
  ];

  it.each([
    ['iam:GetUser', 'allowed'],
    ['iam:CreatePolicy', 'implicitlyDenied'],
    ['iam:GetOrganizationsAccessReport', 'explicitlyDenied'],
    ['iam:GenerateCredentialReport', 'explicitlyDenied'],
  ])('%s: %s', (action, result) => {
    expect(verdict(action, '*', { identity })).toBe(result);
  });
});

const federated: Principal = {
  type: 'federatedUser',
  arn: `arn:aws:sts::${account}:federated-user/ann`,
  userArn: `arn:aws:iam::${account}:user/ann`,
};
const root: Principal = { type: 'root', arn: `arn:aws:iam::${account}:root` };

/** The table "Resource-based policies and implicit denies in other policy types (same account)". */
describe(`what a resource's policy grants, ${page('reference_policies_evaluation-logic_policy-eval-denyallow')}`, () => {
  it.each<[string, Principal, unknown, string]>([
    ['role ARN', session('app'), { AWS: `arn:aws:iam::${account}:role/app` }, 'implicitlyDenied'],
    ['session ARN', session('app'), { AWS: `arn:aws:sts::${account}:assumed-role/app/now` }, 'allowed'],
    ['another session', session('app'), { AWS: `arn:aws:sts::${account}:assumed-role/app/then` }, 'implicitlyDenied'],
    ['user ARN', user('ann'), { AWS: `arn:aws:iam::${account}:user/ann` }, 'allowed'],
    ['federated session, its user', federated, { AWS: federated.userArn }, 'implicitlyDenied'],
    ['federated session itself', federated, { AWS: federated.arn }, 'allowed'],
    ['root user', root, { AWS: root.arn }, 'allowed'],
    ['everyone', session('app'), '*', 'allowed'],
    ['service', { type: 'service', service: 'sns.amazonaws.com' }, { Service: 'sns.amazonaws.com' }, 'allowed'],
  ])('%s', (_, principal, Principal, result) => {
    const resource = allowing('s3:GetObject', bucket, { Principal });
    const limits = { identity: [silent], boundary: silent, session: [silent] };
    expect(verdict('s3:GetObject', bucket, { ...limits, resource }, { principal })).toBe(result);
  });

  it('to a role is all that the role needs without boundary and session policy', () => {
    const resource = allowing('s3:GetObject', bucket, { Principal: { AWS: `arn:aws:iam::${account}:role/app` } });
    expect(verdict('s3:GetObject', bucket, { resource }, { principal: session('app') })).toBe('allowed');
  });

  it('with aws:PrincipalArn of a role is not limited by them either', () => {
    const Condition = { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/app` } };
    const resource = allowing('s3:GetObject', bucket, { Principal: '*', Condition });
    const policies = { boundary: silent, session: [silent], resource };
    expect(verdict('s3:GetObject', bucket, policies, { principal: session('app') })).toBe('allowed');
    expect(verdict('s3:GetObject', bucket, policies, { principal: session('web') })).toBe('implicitlyDenied');
  });

  it('to the account leaves the decision to its identities', () => {
    const resource = allowing('s3:GetObject', bucket, { Principal: { AWS: account } });
    expect(verdict('s3:GetObject', bucket, { resource })).toBe('implicitlyDenied');
    expect(verdict('s3:GetObject', bucket, { resource, identity: [allowing('s3:*')] })).toBe('allowed');
  });

  it('never outweighs a denial of boundary or session policy', () => {
    const resource = allowing('s3:GetObject', bucket, { Principal: '*' });
    const deny = policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
    expect(verdict('s3:GetObject', bucket, { resource, boundary: deny })).toBe('explicitlyDenied');
    expect(verdict('s3:GetObject', bucket, { resource, session: [deny] })).toBe('explicitlyDenied');
  });

  it('is needed for a KMS key, unless the key policy names the account', () => {
    const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
    const identity = [allowing('kms:Decrypt')];
    const to = (Principal: unknown) => allowing('kms:*', '*', { Principal });
    expect(decide('kms:Decrypt', key, { identity, resource: to({ AWS: 'arn:aws:iam::1:user/x' }) })).toMatchObject({
      verdict: 'implicitlyDenied',
      missing: [{ kind: 'resource' }],
    });
    expect(verdict('kms:Decrypt', key, { identity, resource: to({ AWS: account }) })).toBe('allowed');
    expect(verdict('kms:Decrypt', key, { resource: to({ AWS: account }) })).toBe('implicitlyDenied');
  });
});
