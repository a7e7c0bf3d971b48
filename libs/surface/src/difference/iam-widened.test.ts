import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { allow, document, OWN } from '../../testing/resource-policy';

const arn = (kind: string, name: string) => `arn:aws:iam::${OWN}:${kind}/${name}`;
const rights = (Action: string, Resource = '*') => document({ Effect: 'Allow', Action, Resource });
const same = (values: Readonly<Record<string, unknown>>): HandChange => [{ ...values }, { ...values }];
const role = (name: string, more: object = {}) => ({
  ...{ name, arn: arn('role', name), ...more },
  assume_role_policy: document(allow({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole', { Resource: undefined })),
});
const said = (plan: Record<string, HandChange>) =>
  findingsOf(handPlan(plan))
    .filter(({ rule }) => rule === 'iam-widened')
    .map(({ severity, subject, message }) => [severity, subject, message]);

describe('a policy that several have', () => {
  const group = `arn:aws:athena:eu-west-1:${OWN}:workgroup/a`;
  const policy = (action: string) => ({ name: 'shared', arn: arn('policy', 'shared'), policy: rights(action, group) });
  const had = (...names: string[]) =>
    said({
      'aws_iam_policy.shared': [policy('athena:GetWorkGroup'), policy('athena:*')],
      'aws_iam_policy_attachment.shared': same({ roles: names, policy_arn: arn('policy', 'shared') }),
      ...Object.fromEntries(names.map((name) => [`aws_iam_role.${name}`, same(role(name))])),
    });
  const message = `can do athena:* on ${group}.`;

  it('is one finding, and names the first of them', () => {
    expect(had('a')).toEqual([['high', 'role a', `Everyone who can assume role a ${message}`]]);
    expect(had('a', 'b')).toEqual([
      ['high', 'role a, role b', `Everyone who can assume role a ${message} The same holds for role b.`],
    ]);
    expect(had('a', 'b', 'c')).toEqual([
      [
        'high',
        'role a, role b, role c',
        `Everyone who can assume role a ${message} The same holds for role b, role c.`,
      ],
    ]);
    expect(had('a', 'b', 'c', 'd')).toEqual([
      [
        'high',
        'role a, role b, role c and 1 more',
        `Everyone who can assume role a ${message} The same holds for role b, role c, role d.`,
      ],
    ]);
    expect(had('a', 'b', 'c', 'd', 'e')).toEqual([
      [
        'high',
        'role a, role b, role c and 2 more',
        `Everyone who can assume role a ${message} The same holds for role b, role c, role d and others.`,
      ],
    ]);
  });
});

describe('rights under a boundary', () => {
  const under = (boundary: string) => {
    const bound = role('worker', { permissions_boundary: arn('policy', 'limit') });
    const own = (action: string) => ({ name: 'own', role: 'worker', policy: rights(action) });
    return said({
      'aws_iam_policy.limit': same({ name: 'limit', arn: arn('policy', 'limit'), policy: rights(boundary) }),
      'aws_iam_role.worker': same(bound),
      'aws_iam_role_policy.own': [own('athena:GetWorkGroup'), own('athena:*')],
    }).map(([, , message]) => message);
  };

  it('are said to be cut by it, unless it lets everything through', () => {
    expect(under('athena:*')).toEqual([
      'Everyone who can assume role worker can do athena:* on *, as far as its boundary lets it.',
    ]);
    expect(under('*')).toEqual(['Everyone who can assume role worker can do athena:* on *.']);
  });
});

describe('a Deny that goes', () => {
  const deny = { Effect: 'Deny', Action: 'athena:DeleteWorkGroup', Resource: '*' };
  const work = { Effect: 'Allow', Action: 'athena:*', Resource: '*' };
  const own = (...statements: object[]) => ({ name: 'own', role: 'worker', policy: document(...statements) });
  const change = (before: object[], after: object[]) =>
    said({ 'aws_iam_role.worker': same(role('worker')), 'aws_iam_role_policy.own': [own(...before), own(...after)] });

  it('is said in words of its own', () => {
    expect(change([work, deny], [work])).toEqual([
      ['high', 'role worker', 'Everyone who can assume role worker is no longer denied athena:DeleteWorkGroup on *.'],
    ]);
    expect(change([work], [work, deny])).toEqual([]);
  });
});

describe('rights that a plan does not show', () => {
  const worker = { 'aws_iam_role.worker': same(role('worker')) };
  const attached = (policy_arn: string) =>
    said({ ...worker, 'aws_iam_role_policy_attachment.a': [null, { role: 'worker', policy_arn }] });
  const inline = (policy: string) =>
    said({ ...worker, 'aws_iam_role_policy.own': [null, { name: 'own', role: 'worker', policy }] });

  it('are those of a policy that is made elsewhere, and more severe by its name', () => {
    const of = (name: string) =>
      `The plan does not show what role worker can do: it gets ${arn('policy', name)}, whose content is not in the plan.`;
    expect(attached(arn('policy', 'reads'))).toEqual([['medium', 'role worker', of('reads')]]);
    expect(attached(arn('policy', 'team-admin'))).toEqual([['high', 'role worker', of('team-admin')]]);
  });

  it('are those of a policy that cannot be read, by its first mistake', () => {
    expect(inline('{')).toEqual([
      [
        'high',
        'role worker',
        'The plan does not show what role worker can do: policy own cannot be read (it is no JSON object).',
      ],
    ]);
    expect(inline(document({ Effect: 'Maybe', Action: 'no', Resource: '*' }))).toEqual([
      ['high', 'role worker', expect.stringContaining('policy own cannot be read (Statement[0]')],
    ]);
  });
});

it('weighs what the role of a group of users gets like that of everyone who signs in', () => {
  const group = { id: 'staff', name: 'staff', user_pool_id: 'p', role_arn: arn('role', 'worker') };
  const own = (name: string) => ({
    ...{ name: 'own', role: 'worker' },
    policy: rights('athena:GetWorkGroup', `arn:aws:athena:eu-west-1:${OWN}:workgroup/${name}`),
  });
  const plan = {
    'aws_iam_role.worker': same(role('worker')),
    'aws_iam_role_policy.own': [own('a'), own('b')] as HandChange,
  };
  expect(said(plan)).toEqual([]);
  expect(said({ ...plan, 'aws_cognito_user_group.staff': same(group) })).toEqual([
    [
      'medium',
      'role worker',
      `Everyone who signs in can do athena:GetWorkGroup on arn:aws:athena:eu-west-1:${OWN}:workgroup/b.`,
    ],
  ]);
});
