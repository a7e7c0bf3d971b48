import { type PlaygroundData } from '../contract';
import { type Session } from './session';

/** Ids of the principals that a signed-in person is: by the ID token, the access token, and the AWS credentials for it. */
export function principalsOf(
  { identityPools, principals, userPools }: Pick<PlaygroundData, 'identityPools' | 'principals' | 'userPools'>,
  session: Pick<Session, 'clientId' | 'poolId' | 'way'> | undefined,
): ReadonlySet<string> {
  if (session === undefined) return new Set();
  const provider = userPools.find(({ id }) => id === session.poolId)?.provider;
  const pools = identityPools.filter(({ providers }) =>
    providers.some((each) => each.provider === provider && each.clientId === session.clientId),
  );
  const byPage = session.way === 'sign-in page' ? session.clientId : undefined;
  const own = principals.filter(({ clientId, identityPoolId, kind, poolId }) => {
    if (kind === 'id-token') return poolId === session.poolId;
    if (kind === 'access-token') return poolId === session.poolId && clientId === byPage;
    return kind === 'signed-in' && pools.some(({ id }) => id === identityPoolId);
  });
  return new Set(own.map(({ id }) => id));
}
