import { type CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check, isLate, type IUserPool } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';

const known = new WeakMap<IUserPool, Map<string, Construct>>();

/**
 * Remembers the users of a pool that are made here.
 *
 * @throws ConstructError when another one signs in with the same name: `Ann` is `ann` unless the pool says otherwise.
 */
export function registerUser(pool: IUserPool, user: Construct, username: string): void {
  if (isLate(username)) return;
  const users = known.get(pool) ?? new Map<string, Construct>();
  const key = ignoresCase(pool) ? username.toLowerCase() : username;
  const holder = users.get(key);
  check(user, holder === undefined, {
    prop: 'username',
    expected: 'a name that no other user of the pool has, in any letter case',
    found: username,
    fix: `It belongs to ${holder?.node.path}: choose another name`,
  });
  known.set(pool, users.set(key, user));
}

/** Of a pool that is made elsewhere nobody knows. */
function ignoresCase(pool: IUserPool): boolean {
  const resource = Construct.isConstruct(pool) ? (pool.node.defaultChild as CognitoUserPool | undefined) : undefined;
  return resource?.usernameConfigurationInput?.caseSensitive === false;
}
