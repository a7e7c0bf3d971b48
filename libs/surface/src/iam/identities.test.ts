import { found as findings } from '../../testing/hand-plan';

const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, Resource: unknown = '*') => ({ Effect: 'Allow', Action, Resource });
const trust = (Principal: unknown, rest: object = {}, Action = 'sts:AssumeRole') =>
  document({ Effect: 'Allow', Action, Principal, ...rest });
const lambda = trust({ Service: 'lambda.amazonaws.com' });
const account = '123456789012';
const role = (name: string, more: object = {}) => ({
  name,
  arn: `arn:aws:iam::${account}:role/${name}`,
  assume_role_policy: lambda,
  ...more,
});
const table = `arn:aws:dynamodb:eu-west-1:${account}:table/orders`;

/** Without what no rule judges. */
const found = (...plan: Parameters<typeof findings>) =>
  findings(...plan).filter((each) => !/not-judged|user-existence/.test(each));

describe('people who sign in', () => {
  const pool = { id: 'pool', identity_pool_name: 'people', allow_unauthenticated_identities: false };
  const roles = { identity_pool_id: 'pool', roles: { authenticated: role('signed-in').arn } };
  const change = (before: object, after: object) => {
    const signedIn = role('signed-in');
    return found({
      'aws_cognito_identity_pool.people': [pool, pool],
      'aws_cognito_identity_pool_roles_attachment.people': [roles, roles],
      'aws_iam_role.signed_in': [signedIn, signedIn],
      'aws_iam_role_policy.own': [
        { name: 'own', role: 'signed-in', policy: document(before) },
        { name: 'own', role: 'signed-in', policy: document(after) },
      ],
    });
  };

  it('cannot replace the code of a function, or set passwords, without a critical finding', () => {
    const photos = allow('s3:GetObject', 'arn:aws:s3:::photos/*');
    expect(change(photos, allow(['lambda:UpdateFunctionCode', 'cognito-idp:AdminSetUserPassword']))).toEqual([
      'critical iam-widened aws_iam_role_policy.own',
    ]);
    expect(change(photos, allow('s3:GetObject', ['arn:aws:s3:::photos/*', 'arn:aws:s3:::films/*']))).toEqual([
      'medium iam-widened aws_iam_role_policy.own',
    ]);
    expect(change(photos, allow('s3:GetObject', 'arn:aws:s3:::photos/public/*'))).toEqual([]);
  });
});

describe('the role of people who sign in, that is new', () => {
  const pool = { id: 'pool', identity_pool_name: 'people', allow_unauthenticated_identities: false };
  const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment.people';
  const made = (...statements: object[]) =>
    found(
      {
        'aws_cognito_identity_pool.people': [pool, pool],
        [ATTACHMENT]: [null, { identity_pool_id: 'pool' }, { roles: { authenticated: true } }],
        'aws_iam_role.signed_in': [null, { name: 'signed-in', assume_role_policy: lambda }, { arn: true }],
        'aws_iam_role_policy.own': [null, { name: 'own', role: 'signed-in', policy: document(...statements) }],
      },
      { [ATTACHMENT]: { roles: ['aws_iam_role.signed_in.arn', 'aws_iam_role.signed_in'] } },
    ).filter((each) => each.includes('iam-widened'));

  it('has what its task needs, and weighs more than another where it has more', () => {
    expect(made(allow('s3:GetObject', 'arn:aws:s3:::photos/*'))).toEqual([]);
    expect(made(allow('dynamodb:*', table))).toEqual(['high iam-widened aws_iam_role_policy.own']);
  });
});

describe('what attaches a policy', () => {
  const worker = role('worker');
  const all = document(allow('*'));
  it.each([
    ['aws_iam_role_policy', { name: 'a', role: 'worker', policy: all }],
    ['aws_iam_user_policy', { name: 'a', user: 'ci', policy: all }],
    ['aws_iam_group_policy', { name: 'a', group: 'devs', policy: all }],
    ['aws_iam_role_policy_attachment', { role: 'worker', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
    ['aws_iam_user_policy_attachment', { user: 'ci', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
    ['aws_iam_group_policy_attachment', { group: 'd', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
    [
      'aws_iam_role_policy_attachments_exclusive',
      { role_name: 'worker', policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    ],
    [
      'aws_ssoadmin_permission_set_inline_policy',
      { permission_set_arn: 'arn:aws:sso:::permissionSet/a', inline_policy: all },
    ],
    [
      'aws_ssoadmin_managed_policy_attachment',
      {
        permission_set_arn: 'arn:aws:sso:::permissionSet/a',
        managed_policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
    ],
  ] as const)('gives everything: %s', (type, values) => {
    expect(found({ 'aws_iam_role.worker': [worker, worker], [`${type}.x`]: [null, values] })).toEqual([
      `critical iam-widened ${type}.x`,
    ]);
  });

  it('is a role in its own arguments', () => {
    const inline = { ...worker, inline_policy: [{ name: 'own', policy: all }] };
    expect(found({ 'aws_iam_role.worker': [worker, inline] })).toEqual(['critical iam-widened aws_iam_role.worker']);
    // What the state repeats of another resource is no other policy.
    const repeated = {
      ...worker,
      inline_policy: [{ name: 'own', policy: document(allow('s3:GetObject', 'arn:aws:s3:::a/*')) }],
    };
    const own = (policy: string) => ({ name: 'own', role: 'worker', policy });
    const denied = document(allow('s3:GetObject', 'arn:aws:s3:::a/*'), {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
    });
    expect(
      found({
        'aws_iam_role.worker': [
          { ...worker, inline_policy: [{ name: 'own', policy: denied }] },
          { ...worker, inline_policy: [{ name: 'own', policy: denied }] },
        ],
        'aws_iam_role_policy.own': [own(denied), own(repeated.inline_policy[0]?.policy ?? '')],
      }),
    ).toEqual(['high iam-widened aws_iam_role_policy.own']);
  });

  it('does nothing new where the same policy is attached in another way', () => {
    const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
    expect(
      found({
        'aws_iam_role.worker': [worker, worker],
        'aws_iam_role_policy_attachment.a': [{ role: 'worker', policy_arn: arn }, null],
        'aws_iam_role_policy_attachment.b': [null, { role: 'worker', policy_arn: arn }],
      }),
    ).toEqual([]);
  });

  it('is everyday where a service gets the policy that AWS made for it, and only then', () => {
    const at = 'aws_iam_role_policy_attachment.x';
    const policy_arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole';
    const attach = (assume_role_policy: string) =>
      found({
        'aws_iam_role.worker': [role('worker', { assume_role_policy }), role('worker', { assume_role_policy })],
        [at]: [null, { role: 'worker', policy_arn }],
      });
    expect(attach(lambda)).toEqual([]);
    expect(attach(trust({ AWS: account }))).toEqual([`high iam-widened ${at}`]);
  });

  it('is not seen in a policy that the plan does not have', () => {
    const attach = (name: string) => ({ role: 'worker', policy_arn: `arn:aws:iam::${account}:policy/${name}` });
    const at = 'aws_iam_role_policy_attachment.x';
    expect(found({ 'aws_iam_role.worker': [worker, worker], [at]: [null, attach('shared')] })).toEqual([
      `medium iam-widened ${at}`,
    ]);
    expect(found({ 'aws_iam_role.worker': [worker, worker], [at]: [null, attach('platform-admin')] })).toEqual([
      `high iam-widened ${at}`,
    ]);
  });
});

describe('users and groups', () => {
  const groups = { 'aws_iam_group.devs': [{ name: 'devs' }, { name: 'devs' }] } as const;
  const policy = (statement: object) => ({ name: 'own', group: 'devs', policy: document(statement) });
  const member = { user: 'bob', groups: ['devs'] };

  it('have what a group may do from when they are in it', () => {
    const admins = policy(allow('iam:*'));
    const own = { ...groups, 'aws_iam_group_policy.own': [admins, admins] } as const;
    const at = 'aws_iam_user_group_membership.bob';
    expect(found({ ...own, [at]: [null, member] })).toEqual([`critical iam-widened ${at}`]);
    const narrow = policy(allow('dynamodb:GetItem', table));
    expect(found({ ...groups, 'aws_iam_group_policy.own': [narrow, narrow], [at]: [null, member] })).toEqual([]);
    expect(found({ [at]: [null, { user: 'bob', groups: ['elsewhere'] }] })).toEqual([`medium iam-widened ${at}`]);
  });

  it('are one finding where the policy of the group changes', () => {
    const [before, after] = [policy(allow('dynamodb:GetItem', table)), policy(allow('dynamodb:*'))];
    expect(
      found({
        ...groups,
        'aws_iam_group_policy.own': [before, after],
        'aws_iam_user_group_membership.bob': [member, member],
      }),
    ).toEqual(['high iam-widened aws_iam_group_policy.own']);
  });
});

describe('boundaries', () => {
  const boundary = (name: string) => `arn:aws:iam::${account}:policy/${name}`;
  const bound = (name?: string) => role('worker', name === undefined ? {} : { permissions_boundary: boundary(name) });
  const change = (before?: string, after?: string) => found({ 'aws_iam_role.worker': [bound(before), bound(after)] });

  it('are lifted where they are removed, or replaced by what the plan does not have', () => {
    const lifted = ['high boundary-widened aws_iam_role.worker'];
    expect(change('a')).toEqual(lifted);
    expect(change('a', 'b')).toEqual(lifted);
    expect(change('a', 'a')).toEqual([]);
    expect(change(undefined, 'a')).toEqual([]);
  });
});
