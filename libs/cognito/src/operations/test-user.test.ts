import { Secret } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { UserPool, type UserPoolProps } from '../index';

const resourcesOf = (add: (users: UserPool<'tenant'>) => void) =>
  synth((stack) =>
    add(new UserPool(stack, 'users', { name: 'users', customAttributes: { tenant: { type: 'string' } } })),
  ).resource;

describe('a user of a test environment', () => {
  it('gets no message, and has the attributes of the pool', () => {
    const { aws_cognito_user: made } = resourcesOf((users) =>
      users.addTestUser('ann', {
        username: 'ann@example.com',
        attributes: { emailVerified: 'true', tenant: 'acme' },
      }),
    );
    expect(made).toEqual({
      ann: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        username: 'ann@example.com',
        attributes: { email: 'ann@example.com', email_verified: 'true', 'custom:tenant': 'acme' },
        enabled: true,
        message_action: 'SUPPRESS',
      },
    });
  });

  it('is in groups, and has a password by reference', () => {
    const { aws_cognito_user: made, aws_cognito_user_in_group: members } = resourcesOf((users) =>
      users.addTestUser('ann', {
        username: 'ann@example.com',
        groups: [{ groupName: 'editors' }, { groupName: 'readers' }],
        password: Secret.parameter({ arn: 'arn:aws:ssm:eu-west-1:111111111111:parameter/test/ann' }),
      }),
    );
    expect(made?.ann?.password).toBe('${data.aws_ssm_parameter.ann_password.value}');
    expect(members).toEqual({
      ann_editors: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        username: '${aws_cognito_user.ann.username}',
        group_name: 'editors',
      },
      ann_readers: expect.objectContaining({ group_name: 'readers' }) as unknown,
    });
  });

  it('is in no group of another pool', () => {
    expect(() =>
      synth((stack) => {
        const editors = new UserPool(stack, 'others', { name: 'others' }).addGroup('editors');
        new UserPool(stack, 'users', { name: 'users' }).addTestUser('ann', {
          username: 'ann@a.com',
          groups: [editors],
        });
      }),
    ).toThrow('test/users/ann, groups: expected groups of the same user pool, found "editors".');
  });

  it.each([
    ['+15550100', { phone_number: '+15550100' }],
    ['ann', {}],
  ])('has the address that its name is, of %s', (username, attributes) => {
    const { aws_cognito_user: made } = resourcesOf((users) => users.addTestUser('ann', { username }));
    expect(made?.ann?.attributes ?? {}).toEqual(attributes);
  });

  it('has no other attribute than the pool', () => {
    resourcesOf((users) =>
      expect(() =>
        // @ts-expect-error -- the pool has no such attribute
        users.addTestUser('ann', { username: 'ann@example.com', attributes: { tenent: 'acme' } }),
      ).toThrow('found "tenent"'),
    );
  });

  it('fails when the name has a space', () => {
    expect(() => resourcesOf((users) => users.addTestUser('ann', { username: 'ann smith' }))).toThrow(
      'test/users/ann, username: expected 1 to 128 characters without spaces, found "ann smith".',
    );
  });
});

describe('users of a test environment', () => {
  const both = (props: Partial<UserPoolProps>) => () =>
    synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'users', ...props });
      users.addTestUser('one', { username: 'ann@acme.com' });
      users.addTestUser('two', { username: 'Ann@acme.com' });
    });

  it('have names of their own, in any letter case unless it matters', () => {
    expect(both({})).toThrow(
      'test/users/two, username: expected a name that no other user of the pool has, in any letter case, found ' +
        '"Ann@acme.com". It belongs to test/users/one: choose another name.',
    );
    expect(both({ signInCaseSensitive: true })).not.toThrow();
  });

  it.each([
    ['a word', '12a', 'a whole number from 1 to 500'],
    ['a fraction', '1.5', 'a whole number from 1 to 500'],
    ['too many', '501', 'a whole number from 1 to 500'],
  ])('have numbers in attributes of numbers: %s', (_, seats, expected) => {
    expect(() =>
      synth((stack) => {
        const customAttributes = { seats: { type: 'number', min: 1, max: 500 } } as const;
        const users = new UserPool(stack, 'users', { name: 'users', customAttributes });
        users.addTestUser('bob', { username: 'bob', attributes: { seats: '500' } });
        users.addTestUser('ann', { username: 'ann', attributes: { seats } });
      }),
    ).toThrow(
      `test/users, addTestUser("ann"), attributes.seats: expected ${expected}, found "${seats}". ` +
        'Write a number in the limits of the attribute: Cognito refuses the user otherwise.',
    );
  });

  it('have a number as the time of the last update', () => {
    expect(() =>
      resourcesOf((users) => users.addTestUser('ann', { username: 'ann', attributes: { updatedAt: 'today' } })),
    ).toThrow('attributes.updatedAt: expected a whole number, found "today"');
  });
});
