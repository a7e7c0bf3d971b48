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

/** Without what no rule judges. */
const found = (...plan: Parameters<typeof findings>) =>
  findings(...plan).filter((each) => !/not-judged|user-existence/.test(each));

describe('trust', () => {
  const change = (before: string | null, after: string, policy: object = {}) =>
    found({
      'aws_iam_role.worker': [
        before === null ? null : role('worker', { assume_role_policy: before }),
        role('worker', { assume_role_policy: after }),
      ],
      ...policy,
    });
  const github = 'token.actions.githubusercontent.com';
  const workflow = (conditions: object) =>
    trust(
      { Federated: `arn:aws:iam::${account}:oidc-provider/${github}` },
      { Condition: conditions },
      'sts:AssumeRoleWithWebIdentity',
    );
  const aud = { [`${github}:aud`]: 'sts.amazonaws.com' };

  const branches = (...subs: string[]) => workflow({ StringEquals: aud, StringLike: { [`${github}:sub`]: subs } });
  const token = (issuer: string, claims: object) =>
    trust(
      { Federated: `arn:aws:iam::${account}:oidc-provider/${issuer}` },
      { Condition: { StringLike: claims } },
      'sts:AssumeRoleWithWebIdentity',
    );
  const CLUSTER = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';
  const social = (Condition: object) =>
    trust({ Federated: 'graph.facebook.com' }, { Condition }, 'sts:AssumeRoleWithWebIdentity');

  it.each([
    ['a service', null, lambda, undefined],
    ['a service more', lambda, trust({ Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] }), 'medium'],
    ['its own account', null, trust({ AWS: account }), undefined],
    ['its own account as well', lambda, trust({ AWS: account, Service: 'lambda.amazonaws.com' }), 'medium'],
    ['another account', null, trust({ AWS: '999999999999' }), 'high'],
    ['everyone', null, trust({ AWS: '*' }), 'critical'],
    ...[
      { StringLike: { 'aws:PrincipalAccount': '12345678901?' } },
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::12345678901?:role/x' } },
      { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    ].map((Condition): [string, null, string, string] => [
      `everyone under ${JSON.stringify(Condition)}`,
      null,
      trust({ AWS: '*' }, { Condition }),
      'critical',
    ]),
    [
      'everyone of an organization',
      null,
      trust('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      'high',
    ],
    [
      'workflows of one repository',
      null,
      workflow({ StringEquals: aud, StringLike: { [`${github}:sub`]: 'repo:acme/a:*' } }),
      undefined,
    ],
    ['workflows of every repository', null, workflow({ StringEquals: aud }), 'critical'],
    [
      'workflows of every repository, by a pattern',
      null,
      workflow({ StringLike: { [`${github}:sub`]: 'repo:*/a:*' } }),
      'critical',
    ],
    ...(['repo:acme*', 'repo:acme?*/*', 'repo:acme-*/a:*', 'environment:production'].map((sub) => [
      `workflows of ${sub}`,
      null,
      workflow({ StringLike: { ...aud, [`${github}:sub`]: sub } }),
      'critical',
    ]) as [string, null, string, 'critical'][]),
    ...(['repo:acme/*', 'repo:acme/app-*:ref:refs/heads/main', 'repository_owner:acme:environment:live'].map((sub) => [
      `workflows of ${sub}`,
      null,
      workflow({ StringLike: { ...aud, [`${github}:sub`]: sub } }),
      undefined,
    ]) as [string, null, string, undefined][]),
    [
      'workflows that one person starts',
      null,
      workflow({ StringEquals: { ...aud, [`${github}:actor`]: 'bob' } }),
      'high',
    ],
    ['projects of a prefix', null, token('gitlab.com', { 'gitlab.com:sub': 'project_path:acme*' }), 'critical'],
    ['projects of a group', null, token('gitlab.com', { 'gitlab.com:sub': 'project_path:acme/*' }), undefined],
    ['every pod of a cluster', null, token(CLUSTER, { [`${CLUSTER}:aud`]: 'sts.amazonaws.com' }), 'high'],
    ['every service account', null, token(CLUSTER, { [`${CLUSTER}:sub`]: 'system:serviceaccount:*' }), 'high'],
    ['one service account', null, token(CLUSTER, { [`${CLUSTER}:sub`]: 'system:serviceaccount:shop:api' }), undefined],
    ['everyone on Facebook', null, social({ StringEquals: { 'graph.facebook.com:app_id': '1' } }), 'high'],
    ['one person on Facebook', null, social({ StringEquals: { 'graph.facebook.com:id': '1' } }), undefined],
    [
      'one branch more of the same repository',
      branches('repo:acme/app:ref:refs/heads/main'),
      branches('repo:acme/app:ref:refs/heads/main', 'repo:acme/app:ref:refs/heads/release'),
      'medium',
    ],
    [
      'pull requests of the same repository',
      branches('repo:acme/app:ref:refs/heads/main'),
      branches('repo:acme/app:pull_request'),
      'high',
    ],
    [
      'all branches of the same repository',
      branches('repo:acme/app:ref:refs/heads/main'),
      branches('repo:acme/app:*'),
      'high',
    ],
    [
      'a branch of another repository',
      branches('repo:acme/app:ref:refs/heads/main'),
      branches('repo:acme/tools:ref:refs/heads/main'),
      'high',
    ],
    ['workflows of all but one', null, workflow({ StringNotLike: { [`${github}:sub`]: 'repo:evil/a:*' } }), 'critical'],
  ] as const)('of %s', (_, before, after, severity) => {
    const at = 'aws_iam_role.worker';
    const ours = change(before, after).filter((each) => each.includes('role-trust-widened'));
    expect(ours).toEqual(severity === undefined ? [] : [`${severity} role-trust-widened ${at}`]);
  });

  it('that cannot be read is critical, and no question once it is read', () => {
    const critical = ['critical role-trust-widened aws_iam_role.worker'];
    expect(change(lambda, '{"Statement":5}')).toEqual(critical);
    expect(change('{"Statement":5}', lambda)).toEqual(['medium role-trust-widened aws_iam_role.worker']);
  });

  it('of another account is worse for a role that may do everything', () => {
    const admin = { 'aws_iam_role_policy.all': [null, { name: 'all', role: 'worker', policy: document(allow('*')) }] };
    expect(change(lambda, trust({ AWS: '999999999999' }), admin)).toContain(
      'critical role-trust-widened aws_iam_role.worker',
    );
  });
});

describe('code that runs with another role', () => {
  const run = (name: string) => ({ function_name: 'api', role: role(name).arn });
  const [less, more] = [role('less'), role('more')];
  const roles = {
    'aws_iam_role.less': [less, less],
    'aws_iam_role.more': [more, more],
    'aws_iam_role_policy.more': [
      { name: 'own', role: 'more', policy: document(allow('s3:*')) },
      { name: 'own', role: 'more', policy: document(allow('s3:*')) },
    ],
  } as const;
  const at = 'aws_lambda_function.api';

  it('can do what that role may do, where it is more', () => {
    expect(found({ ...roles, [at]: [run('less'), run('more')] })).toEqual([`high execution-role-changed ${at}`]);
    expect(found({ ...roles, [at]: [run('more'), run('less')] })).toEqual([]);
    expect(found({ ...roles, [at]: [run('less'), run('elsewhere')] })).toEqual([`high execution-role-changed ${at}`]);
  });
});

describe('credentials of users', () => {
  const key = (status: string) => ({ user: 'ci', status });
  const at = 'aws_iam_access_key.ci';

  it('are worth what the user may do', () => {
    const all = { name: 'all', user: 'ci', policy: document(allow('*')) };
    expect(found({ [at]: [null, key('Active')] })).toEqual([`medium user-credentials-added ${at}`]);
    expect(
      found({ 'aws_iam_user.ci': [{ name: 'ci' }, { name: 'ci' }], [at]: [key('Inactive'), key('Active')] }),
    ).toEqual([`medium user-credentials-added ${at}`]);
    expect(found({ 'aws_iam_user_policy.all': [all, all], [at]: [null, key('Active')] })).toEqual([
      `critical user-credentials-added ${at}`,
    ]);
    expect(found({ [at]: [key('Active'), key('Inactive')] })).toEqual([]);
  });
});
