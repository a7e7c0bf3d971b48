import { account, allowing, decide, page, policy, session, user, verdict } from '../../testing/request';
import { type Principal } from '../index';

const object = 'arn:aws:s3:::b/x';
const other = '555555555555';
const grants = (named: unknown, principal: Principal, resourceAccount = account) =>
  verdict(
    's3:GetObject',
    object,
    { identity: [], resource: allowing('s3:*', '*', { Principal: named }) },
    { principal, resourceAccount },
  ) === 'allowed';
const anonymous: Principal = { type: 'anonymous' };
const canonical = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

describe(`principals, ${page('reference_policies_elements_principal')}`, () => {
  it('in a list are alternatives', () => {
    const named = { AWS: [`arn:aws:iam::${account}:user/ann`, `arn:aws:iam::${account}:user/eve`] };
    expect(['ann', 'eve', 'bob'].map((name) => grants(named, user(name)))).toEqual([true, true, false]);
  });

  it('have names in which case counts', () => {
    expect(grants({ AWS: `arn:aws:iam::${account}:user/Ann` }, user('ann'))).toBe(false);
  });

  it.each([
    ['account ID', other],
    ['root ARN', `arn:aws:iam::${other}:root`],
  ])('that are an account, by %s, let its identities be allowed', (_, AWS) => {
    const resource = allowing('s3:*', '*', { Principal: { AWS } });
    const rest = { principal: user('ann', other), resourceAccount: account };
    expect(verdict('s3:GetObject', object, { identity: [allowing('s3:*')], resource }, rest)).toBe('allowed');
    expect(verdict('s3:GetObject', object, { resource }, rest)).toBe('implicitlyDenied');
  });

  it('may be a canonical user, which is an account', () => {
    const principal: Principal = { type: 'user', arn: `arn:aws:iam::${other}:user/ann`, canonicalUser: canonical };
    const policies = (id: string) => ({
      identity: [allowing('s3:*')],
      resource: allowing('s3:*', '*', { Principal: { CanonicalUser: id } }),
    });
    const rest = { principal, resourceAccount: account };
    expect(verdict('s3:GetObject', object, policies(canonical), rest)).toBe('allowed');
    expect(verdict('s3:GetObject', object, policies('1234'), rest)).toBe('implicitlyDenied');
    expect(
      grants({ CanonicalUser: canonical }, { ...principal, type: 'root', arn: `arn:aws:iam::${other}:root` }),
    ).toBe(true);
  });

  it.each(['*', { AWS: '*' }])('%j are everyone, anonymous too', (named) => {
    expect([anonymous, user('ann'), session('app')].map((principal) => grants(named, principal))).toEqual([
      true,
      true,
      true,
    ]);
    // Of another account: only with a permission there.
    expect(grants(named, user('ann', other))).toBe(false);
  });

  it('that are services are named exactly', () => {
    const sns = (service: string): Principal => ({ type: 'service', service });
    const named = { Service: ['s3.amazonaws.com', 'sns.amazonaws.com'] };
    expect(grants(named, sns('sns.amazonaws.com'))).toBe(true);
    expect(grants(named, sns('sns.ap-east-1.amazonaws.com'))).toBe(false);
    expect(grants({ AWS: account }, sns('sns.amazonaws.com'))).toBe(false);
  });

  it('that were deleted, and stand there with their id, are nobody', () => {
    expect(grants({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' }, user('ann'))).toBe(false);
  });

  it('may be denied but for one, by aws:PrincipalArn', () => {
    const Condition = { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/user-name' } };
    const resource = policy({
      Sid: 'UsePrincipalArnInsteadOfNotPrincipalWithDeny',
      Effect: 'Deny',
      Action: 's3:*',
      Principal: '*',
      Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b'],
      Condition,
    });
    const policies = { identity: [allowing('s3:*')], resource };
    const asked = (principal: Principal) => verdict('s3:GetObject', object, policies, { principal });
    expect(asked(user('user-name', '444455556666'))).toBe('allowed');
    expect(asked(user('other', '444455556666'))).toBe('explicitlyDenied');
    expect(asked(anonymous)).toBe('explicitlyDenied');
  });

  it('may be denied but for one service', () => {
    const resource = policy([
      { Effect: 'Allow', Action: 's3:*', Principal: '*', Resource: '*' },
      {
        Sid: 'DenyNotCodeBuildAccess',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalServiceName': 'codebuild.amazonaws.com' } },
      },
    ]);
    const asked = (service: string) =>
      verdict('s3:GetObject', object, { resource }, { principal: { type: 'service', service } });
    expect(asked('codebuild.amazonaws.com')).toBe('allowed');
    expect(asked('sns.amazonaws.com')).toBe('explicitlyDenied');
    expect(verdict('s3:GetObject', object, { resource })).toBe('explicitlyDenied');
  });
});

describe(`NotPrincipal, ${page('reference_policies_elements_notprincipal')}`, () => {
  const role = `arn:aws:iam::${account}:role/app`;
  const now = `arn:aws:sts::${account}:assumed-role/app/now`;
  const asked = (AWS: string[], principal: Principal) =>
    verdict(
      's3:GetObject',
      object,
      {
        identity: [allowing('s3:*')],
        resource: policy({ Effect: 'Deny', NotPrincipal: { AWS }, Action: 's3:*', Resource: '*' }),
      },
      { principal },
    );

  it.each([
    ['role and account', [account, role], session('app'), 'allowed'],
    ['session, role and account', [account, role, now], session('app'), 'allowed'],
    ['session, role and account, another session', [account, role, now], session('app', 'then'), 'explicitlyDenied'],
    ['session and account alone', [account, now], session('app'), 'explicitlyDenied'],
    ['user alone', [`arn:aws:iam::${account}:user/ann`], user('ann'), 'explicitlyDenied'],
    ['account alone', [account], user('ann'), 'explicitlyDenied'],
    ['someone else', [account, `arn:aws:iam::${account}:user/eve`], user('ann'), 'explicitlyDenied'],
  ])('spares who is listed with role and account: %s', (_, listed, principal, result) => {
    expect(asked(listed, principal)).toBe(result);
  });
});

describe('role trust policies, https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html', () => {
  const pool = 'us-east-1:12345678-corner-cafe-123456790ab';
  const resource = policy({
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': pool },
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
    },
  });
  const role = `arn:aws:iam::${account}:role/guests`;
  const asked = (aud: string, amr: string[], provider = 'cognito-identity.amazonaws.com') =>
    decide(
      'sts:AssumeRoleWithWebIdentity',
      role,
      { resource },
      {
        principal: { type: 'federated', provider },
        context: { 'cognito-identity.amazonaws.com:aud': aud, 'cognito-identity.amazonaws.com:amr': amr },
      },
    ).verdict;

  it('let guests of one pool have the role', () => {
    expect(asked(pool, ['unauthenticated'])).toBe('allowed');
    expect(asked('us-east-1:other', ['unauthenticated'])).toBe('implicitlyDenied');
    expect(asked(pool, ['authenticated', 'graph.facebook.com'])).toBe('implicitlyDenied');
    expect(asked(pool, ['unauthenticated'], 'accounts.google.com')).toBe('implicitlyDenied');
  });

  it('are needed in the same account, too', () => {
    const to = (AWS: string) => policy({ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' });
    const identity = [allowing('sts:AssumeRole')];
    const assume = (policies: object) => decide('sts:AssumeRole', role, policies);
    expect(assume({ identity }).missing).toEqual([
      {
        kind: 'trust',
        policies: [],
        statement: {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:user/ann` },
          Action: 'sts:AssumeRole',
        },
      },
    ]);
    expect(assume({ identity, resource: to(account) }).verdict).toBe('allowed');
    expect(assume({ resource: to(account) }).verdict).toBe('implicitlyDenied');
    expect(assume({ resource: to(`arn:aws:iam::${account}:user/ann`) }).verdict).toBe('allowed');
  });
});
