import { type PlaygroundData, type UserPool, type Client } from '../contract';
import { type SignInPlace } from '../cognito/sign-in';
import { type Session } from './session';

/** The pool and the client of a session. @returns undefined: they are not there any more */
export function placeOfSession(
  { userPools }: Pick<PlaygroundData, 'userPools'>,
  { clientId, poolId }: Session,
): { readonly pool: UserPool; readonly client: Client } | undefined {
  const pool = userPools.find(({ id }) => id === poolId);
  const client = pool?.clients.find(({ id }) => id === clientId);
  return pool && client && { pool, client };
}

export const signInPlace = (data: PlaygroundData, pool: UserPool, client: Client): SignInPlace => ({
  ...{ endpoint: data.cognitoEndpoint, poolId: pool.id, clientId: client.id },
});
