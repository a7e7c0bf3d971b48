import { synth } from '@gatehouse/testing';
import { UserPool } from '../index';

const administrator = 'arn:aws:iam::111111111111:role/administrator';
const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';

const synthUsers = (add: (users: UserPool) => void) =>
  synth((stack) => add(new UserPool(stack, 'users', { name: 'users' })));

const statements = (policy: unknown) =>
  (JSON.parse(policy as string) as { Statement: Record<string, unknown>[] }).Statement;

describe('an export of users', () => {
  const exported = () =>
    synthUsers((users) => users.addUserExport('export', { name: 'acme-export', trusted: [administrator] }));

  it('is read by a role that cannot decrypt it', () => {
    const { resource, output } = exported();
    expect(statements(resource.aws_iam_role?.export?.assume_role_policy)).toEqual([
      { Effect: 'Allow', Principal: { AWS: [administrator] }, Action: 'sts:AssumeRole' },
    ]);
    expect(statements(resource.aws_iam_role_policy?.export?.policy)).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'cognito-idp:DescribeUserPool',
          'cognito-idp:ListGroups',
          'cognito-idp:ListUsers',
          'cognito-idp:ListUsersInGroup',
        ],
        Resource: '${aws_cognito_user_pool.users.arn}',
      },
      { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: '${aws_kms_key.export.arn}' },
    ]);
    expect(output.export?.value).toEqual({
      kind: 'user-export',
      user_pool_id: '${aws_cognito_user_pool.users.id}',
      role_arn: '${aws_iam_role.export.arn}',
      key_arn: '${aws_kms_key.export.arn}',
    });
  });

  it('is logged: who assumes the role, and what is done with it', () => {
    const { resource } = exported();
    expect(resource.aws_cloudwatch_log_group?.export).toEqual({
      name: '/aws/events/acme-export',
      retention_in_days: 400,
    });
    const rule = resource.aws_cloudwatch_event_rule?.export;
    expect(rule?.state).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    expect(JSON.parse(rule?.event_pattern as string)).toMatchObject({
      detail: {
        $or: [
          { eventName: ['AssumeRole'], requestParameters: { roleArn: ['${aws_iam_role.export.arn}'] } },
          { userIdentity: { sessionContext: { sessionIssuer: { arn: ['${aws_iam_role.export.arn}'] } } } },
        ],
      },
    });
    expect(resource.aws_cloudwatch_event_target?.export).toEqual({
      rule: '${aws_cloudwatch_event_rule.export.name}',
      arn: '${aws_cloudwatch_log_group.export.arn}',
      depends_on: ['aws_cloudwatch_log_resource_policy.export'],
    });
  });

  it('takes a key that lives apart from the pool', () => {
    const { resource } = synthUsers((users) =>
      users.addUserExport('export', { name: 'acme-export', trusted: [administrator], keyArn }),
    );
    expect(resource.aws_kms_key).toBeUndefined();
    expect(statements(resource.aws_iam_role_policy?.export?.policy)[1]?.Resource).toBe(keyArn);
  });

  it.each([
    [{ trusted: [] }, 'test/users/export/role, trusted: expected at least one ARN, found [].'],
    [{ trusted: ['*'] }, 'trusted: expected the ARN of a role or user, such as arn:aws:iam::111111111111:role/admin'],
    [
      { keyArn: 'alias/export' },
      'test/users/export, keyArn: expected the ARN of a KMS key: arn:aws:kms:<region>:<account>:key/<id>, found "alias/export". Copy it from the KMS console; an alias is no key.',
    ],
    [{ name: 'acme export' }, 'name: expected 1 to 64 letters, digits and _ . -, found "acme export".'],
  ])('fails with %j', (wrong, message) => {
    const options = { name: 'acme-export', trusted: [administrator], ...wrong };
    expect(() => synthUsers((users) => users.addUserExport('export', options))).toThrow(message);
  });
});

describe('an import of users', () => {
  it('decrypts, writes users of this pool, and lets Cognito log', () => {
    const { resource, output } = synthUsers((users) =>
      users.addUserImport('import', { name: 'acme-import', trusted: [administrator], keyArns: [keyArn] }),
    );
    const [write, decrypt, pass] = statements(resource.aws_iam_role_policy?.import?.policy);
    expect(write?.Resource).toBe('${aws_cognito_user_pool.users.arn}');
    expect(write?.Action).not.toContain('cognito-idp:AdminSetUserPassword');
    expect(decrypt).toEqual({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: [keyArn] });
    expect(pass).toEqual({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${aws_iam_role.import_logs.arn}',
      Condition: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
    });
    expect(statements(resource.aws_iam_role?.import_logs?.assume_role_policy)).toEqual([
      { Effect: 'Allow', Principal: { Service: 'cognito-idp.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
    expect(output.import?.value).toMatchObject({
      kind: 'user-import',
      log_role_arn: '${aws_iam_role.import_logs.arn}',
    });
  });

  it('fails without a key', () => {
    expect(() =>
      synthUsers((users) => users.addUserImport('import', { name: 'a', trusted: [administrator], keyArns: [] })),
    ).toThrow('test/users/import, keyArns: expected the ARN of at least one key, found [].');
    expect(() =>
      synthUsers((users) => users.addUserImport('import', { name: 'a', trusted: [administrator], keyArns: ['x'] })),
    ).toThrow('test/users/import, keyArns: expected the ARN of a KMS key');
  });
});
