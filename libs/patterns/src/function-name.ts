import { type CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type UserPool } from '@gatehouse/cognito';
import { Token } from 'cdktf';

/** The name of a function that comes with a pool: the pool's, and what the function is for. */
export function functionNameOf<Custom extends string>(pool: UserPool<Custom>, purpose: string): string {
  const { nameInput = '' } = pool.node.defaultChild as CognitoUserPool;
  const name = Token.isUnresolved(nameInput) ? nameInput : nameInput.replace(/[^\w-]+/g, '-');
  return `${name}-${purpose}`;
}
