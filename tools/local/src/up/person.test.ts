import { type UserPool } from '@gatehouse/surface';
import { aPool } from '../gateway/testing/surface';
import { inventPerson } from './person';

describe('a person who is made up', () => {
  it.each([
    [['email'], 'demo@example.com'],
    [['phone_number'], '+12025550100'],
    [[], 'demo'],
  ])('has the user name that a pool with %j takes', (usernameAttributes, username) => {
    const pool: UserPool = aPool({ usernameAttributes });

    expect(inventPerson(pool, 'demo', 'secret')).toMatchObject({
      username,
      email: 'demo@example.com',
      password: 'secret',
    });
  });
});
