import { synth } from '@gatehouse/testing';
import { Fn, type TerraformStack } from 'cdktf';
import { type BaseUserPool, type GroupOptions, groupsOf, IdentityPool, UserPool } from '../index';

const build = (add: (users: BaseUserPool, stack: TerraformStack) => void) =>
  synth((stack) => add(new UserPool(stack, 'users', { name: 'acme-users' }), stack)).resource.aws_cognito_user_group;

describe('a group', () => {
  it('is its name, when nothing else is said', () => {
    expect(build((users) => users.addGroup('admins'))).toEqual({
      admins: { user_pool_id: '${aws_cognito_user_pool.users.id}', name: 'admins' },
    });
  });

  it('has a description, a precedence and a role', () => {
    const groups = build((users, stack) => {
      const clients = [users.addClient('app', { authFlows: { userSrp: true } })];
      const { authenticated: role } = new IdentityPool(stack, 'people', { name: 'people', clients });
      users.addGroup('reportWriters', { groupName: 'report-writers', description: 'Write', precedence: 0, role });
    });

    expect(groups).toEqual({
      report_writers: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        name: 'report-writers',
        description: 'Write',
        precedence: 0,
        role_arn: '${aws_iam_role.people_authenticated.arn}',
      },
    });
  });

  it('has no role where nobody holds it', () => {
    const groups = build((users, stack) => {
      const clients = [users.addClient('app', { authFlows: { userSrp: true } })];
      const { guests: role } = new IdentityPool(stack, 'people', { name: 'people', clients });
      users.addGroup('admins', { role });
    });

    expect(groups?.admins).not.toHaveProperty('role_arn');
  });

  it('can be added to a pool made elsewhere', () => {
    const { resource } = synth((stack) => {
      UserPool.fromId(stack, 'users', 'eu-west-1_AbCdEf123').addGroup('admins');
    });

    expect(resource.aws_cognito_user_group?.admins).toMatchObject({ user_pool_id: 'eu-west-1_AbCdEf123' });
  });

  it('leaves a name that is not known yet to AWS', () => {
    const groupName = Fn.join('-', ['a', 'b']);

    expect(build((users) => users.addGroup('admins', { groupName }))?.admins).toMatchObject({
      name: '${join("-", ["a", "b"])}',
    });
  });

  it('is known to its pool, and to no other', () => {
    synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'users' });
      const staff = new UserPool(stack, 'staff', { name: 'staff' });
      const admins = users.addGroup('admins');
      expect([...groupsOf(users)]).toEqual([['admins', admins]]);
      expect([...groupsOf(staff)]).toEqual([]);
    });
  });

  it('fails when another group of the pool has its name', () => {
    expect(() =>
      build((users) => {
        users.addGroup('admins');
        users.addGroup('others', { groupName: 'admins' });
      }),
    ).toThrow(
      'test/users/others, groupName: expected a name that no other group of the pool has, found "admins". It belongs to ' +
        'test/users/admins: use that group, or choose another name.',
    );
  });

  it.each<[string, GroupOptions, string]>([
    [
      'its name has a space',
      { groupName: 'report writers' },
      'test/users/admins, groupName: expected 1 to 128 letters, digits and punctuation marks, without spaces, found "report writers".',
    ],
    [
      'its role is none',
      { role: { roleArn: 'editors' } },
      'test/users/admins, role.roleArn: expected the ARN of a role: arn:aws:iam::<account>:role/<name>, found "editors".',
    ],
    ['its name is empty', { groupName: '' }, 'found ""'],
    ['its name is too long', { groupName: 'x'.repeat(129) }, 'groupName: expected 1 to 128'],
    [
      'its description is too long',
      { description: 'x'.repeat(2049) },
      'test/users/admins, description: expected at most 2,048 characters, found "2049 characters". Shorten it.',
    ],
    [
      'its precedence is negative',
      { precedence: -1 },
      'test/users/admins, precedence: expected a whole number from 0 to 2147483647, found -1.',
    ],
  ])('fails when %s', (_, options, message) => {
    expect(() => build((users) => users.addGroup('admins', options))).toThrow(message);
  });
});
