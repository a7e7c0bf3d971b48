import { type ResourceServer, UserPool } from '@gatehouse/cognito';
import { synth, validationErrors } from '@gatehouse/testing';
import { Fn, type TerraformStack } from 'cdktf';
import { groupScopes } from '../index';

type Reports = ResourceServer<'read' | 'write'>;

function pool(stack: TerraformStack, name = 'acme users') {
  const users = new UserPool(stack, 'users', { name });
  users.addGroup('admins');
  const reports: Reports = users.addResourceServer('reports', {
    identifier: 'reports',
    scopes: { read: 'Read reports', write: 'Write reports' },
  });
  return { users, reports };
}

describe('groupScopes', () => {
  it('is a function of the pool that knows the mapping, and may do nothing but write its logs', () => {
    const { resource } = synth((stack) => {
      const { reports, users } = pool(stack);
      groupScopes(users, { admins: [reports.scope('write'), reports.scope('read'), reports.scope('write')] });
    });

    expect(resource.aws_lambda_function?.users_group_scopes).toMatchObject({
      function_name: 'acme-users-group-scopes',
      handler: 'index.handler',
      timeout: 5,
      environment: { variables: { GROUP_SCOPES: '{"admins":["reports/read","reports/write"]}' } },
    });
    expect(resource.aws_cognito_user_pool?.users?.lambda_config).toEqual({
      pre_token_generation_config: {
        lambda_arn: '${aws_lambda_function.users_group_scopes.arn}',
        lambda_version: 'V2_0',
      },
    });
    expect(Object.keys(resource.aws_iam_role_policy ?? {})).toEqual(['users_group_scopes']);
    expect(resource.aws_lambda_permission?.users_calls_users_group_scopes).toMatchObject({
      principal: 'cognito-idp.amazonaws.com',
      source_arn: '${aws_cognito_user_pool.users.arn}',
    });
  });

  it('is called for machines, too, and has the name that it is given', () => {
    const { resource } = synth((stack) => {
      const { reports, users } = pool(stack);
      groupScopes(users, { admins: [reports.scope('write')] }, { functionName: 'scopes', version: 'V3_0' });
    });

    expect(resource.aws_lambda_function?.users_group_scopes).toMatchObject({ function_name: 'scopes' });
    expect(resource.aws_cognito_user_pool?.users?.lambda_config).toMatchObject({
      pre_token_generation_config: { lambda_version: 'V3_0' },
    });
  });

  it('has the name of a pool whose name is not known yet', () => {
    const { resource } = synth((stack) => {
      const { reports, users } = pool(stack, Fn.join('-', ['a', 'b']));
      groupScopes(users, { admins: [reports.scope('write')] });
    });

    expect(resource.aws_lambda_function?.users_group_scopes).toMatchObject({
      function_name: '${join("-", ["a", "b"])}-group-scopes',
    });
  });

  it('may be written before its groups', () => {
    const build = (stack: TerraformStack) => {
      const { reports, users } = pool(stack);
      groupScopes(users, { editors: [reports.scope('write')] });
      users.addGroup('editors');
    };

    expect(validationErrors(build)).toEqual([]);
  });

  it('fails for a group that the pool does not have', () => {
    const build = (stack: TerraformStack) => {
      const { reports, users } = pool(stack);
      groupScopes(users, { admin: [reports.scope('write')] });
    };

    expect(validationErrors(build)).toEqual([
      expect.stringContaining(
        'groupScopes: expected a group of this pool: admins, found "admin". Correct its spelling, or add it: ' +
          "addGroup('admin').",
      ),
    ]);
  });

  it('fails for more groups than a function may know', () => {
    const build = () =>
      synth((stack) => {
        const { reports, users } = pool(stack);
        const groups = Array.from({ length: 200 }, (_, index) => [`group-${index}`, [reports.scope('read')]] as const);
        groupScopes(users, Object.fromEntries(groups));
      });

    expect(build).toThrow(
      /^test\/users, groupScopes: expected names of groups and scopes of at most 4 KB together, which a function may have as variables, found "\d{4} bytes"\. Shorten identifiers of resource servers and names of groups, or write a trigger/,
    );
  });

  it('fails for a scope of another pool', () => {
    expect(() =>
      synth((stack) => {
        const { reports } = pool(stack);
        groupScopes(new UserPool(stack, 'staff', { name: 'staff' }), { admins: [reports.scope('write')] });
      }),
    ).toThrow('test/staff, groupScopes: expected scopes of resource servers of this pool, found "reports/write".');
  });

  it.each([
    [{}, 'found {}'],
    [{ admins: [] }, 'found "no scope for \\"admins\\""'],
  ])('fails for %j, which gives nothing', (scopes, found) => {
    expect(() => synth((stack) => groupScopes(pool(stack).users, scopes))).toThrow(found);
  });

  it('fails when the pool has the trigger already', () => {
    expect(() =>
      synth((stack) => {
        const { reports, users } = pool(stack);
        groupScopes(users, { admins: [reports.scope('write')] });
        groupScopes(users, { admins: [reports.scope('read')] });
      }),
    ).toThrow(/group-scopes/);
  });

  it('does not compile for a scope that the server does not have, nor for what is none', () => {
    void ((users: UserPool, reports: Reports) => {
      // @ts-expect-error no such scope
      groupScopes(users, { admins: [reports.scope('delete')] });
      // @ts-expect-error a text is no scope
      groupScopes(users, { admins: ['reports/write'] });
      // @ts-expect-error version 1 has no scopes
      groupScopes(users, { admins: [reports.scope('read')] }, { version: 'V1_0' });
    });
    expect(groupScopes).toHaveLength(2);
  });
});
