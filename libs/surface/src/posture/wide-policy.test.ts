import { posture } from './posture';
import { surfaceFromSynth } from '../surface-from-synth';
import type { PolicyStatement, Role, Unknown } from '../model';
import { unknown } from '../model/value';
import { wideRights } from './wide-policy';

const statement = (more: Partial<PolicyStatement<Unknown>>): PolicyStatement<Unknown> => ({
  ...{ effect: 'Allow', principals: [], notPrincipals: [], actions: [], notActions: [] },
  ...{ resources: [], notResources: [], conditions: [] },
  ...more,
});
const wide = (statements: readonly Partial<PolicyStatement<Unknown>>[], more: Partial<Role<Unknown>> = {}) =>
  wideRights({
    ...{ address: 'aws_iam_role.guest', arn: unknown(), name: 'guest', trust: [], managedPolicyArns: [] },
    policies: [{ address: 'aws_iam_role.guest', statements: statements.map(statement) }],
    ...more,
  });
const read = { actions: ['s3:GetObject'] };

describe('the wide rights of a role', () => {
  it('are those on all resources, or of a whole service', () => {
    expect(wide([{ ...read, resources: ['*'] }])).toEqual(['s3:GetObject on *']);
    expect(wide([{ ...read, notResources: ['arn:aws:s3:::secret/*'] }])).toEqual([
      's3:GetObject on everything but arn:aws:s3:::secret/*',
    ]);
    expect(wide([{ actions: ['s3:*'], resources: ['arn:aws:s3:::photos/*'] }])).toHaveLength(1);
    expect(wide([{ notActions: ['iam:*'], resources: ['*'] }])).toEqual(['everything but iam:* in this AWS account']);
    expect(wide([{ ...read, resources: ['arn:aws:s3:::photos/*'] }])).toEqual([]);
    expect(wide([{ actions: ['cognito-sync:*'], resources: ['*'] }])).toEqual([]);
  });

  it('are those under conditions too', () => {
    const conditions = [{ operator: 'IpAddress', key: 'aws:SourceIp', values: ['192.0.2.0/24'] }];
    expect(wide([{ ...read, resources: ['*'], conditions }])).toEqual(['s3:GetObject on * under conditions']);
    const denied = { effect: 'Deny' as const, actions: ['s3:*'], resources: ['*'], conditions };
    expect(wide([{ ...read, resources: ['*'] }, denied])).toHaveLength(1);
    expect(wide([{ ...read, resources: ['*'], conditions: unknown() }])).toEqual([
      's3:GetObject on * under conditions',
    ]);
  });

  it('are none where a statement denies them', () => {
    const deny = { effect: 'Deny' as const, actions: ['s3:*'], resources: ['*'] };
    expect(wide([{ ...read, resources: ['*'] }, deny])).toEqual([]);
  });

  it('are those of policies of AWS, as far as a boundary lets them', () => {
    const managedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    expect(wide([], { managedPolicyArns })).toEqual(['everything in this AWS account']);
    const permissionsBoundary = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
    expect(wide([], { managedPolicyArns, permissionsBoundary })).toEqual([
      's3:Get*, s3:List*, s3:Describe*, s3-object-lambda:Get*, s3-object-lambda:List* on *',
    ]);
  });

  it('are none of what is not known', () => {
    expect(wide([{ actions: unknown(), resources: ['*'] }])).toEqual([]);
    expect(wide([{ ...read, resources: unknown() }])).toEqual([]);
    expect(wide([], { policies: [{ address: 'a', statements: unknown() }] })).toEqual([]);
  });
});

describe('the role of guests of an identity pool', () => {
  const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const Principal = { Service: 'lambda.amazonaws.com' };
  const said = (allow_unauthenticated_identities?: boolean, role: object = {}, more: object = {}) =>
    posture(
      surfaceFromSynth([
        {
          resource: {
            aws_cognito_identity_pool: { p: { identity_pool_name: 'p', allow_unauthenticated_identities } },
            aws_cognito_identity_pool_roles_attachment: {
              p: {
                identity_pool_id: '${aws_cognito_identity_pool.p.id}',
                roles: { unauthenticated: '${aws_iam_role.guest.arn}' },
              },
            },
            aws_iam_role: {
              guest: {
                name: 'guest',
                assume_role_policy: document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }),
                ...role,
              },
            },
            aws_iam_role_policy: {
              guest: {
                role: '${aws_iam_role.guest.id}',
                policy: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
              },
            },
            ...more,
          },
        },
      ] as never),
    )
      .filter(({ rule }) => rule === 'guest-role-too-broad')
      .map(({ message }) => message);

  it('is too broad where there are guests', () => {
    expect(said(true)).toEqual(['Everyone on the internet can do s3:GetObject on *.']);
    expect(said(false)).toEqual([]);
    expect(said()).toEqual([]);
  });

  it('is too broad by what is attached to it, whatever else may be', () => {
    const policy_arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const attached = { aws_iam_role_policy_attachment: { a: { role: '${aws_iam_role.guest.name}', policy_arn } } };
    expect(said(true, { managed_policy_arns: '${var.arns}' }, attached)).toEqual([
      'Everyone on the internet can do s3:GetObject on *, everything in this AWS account.',
    ]);
  });
});
