import { type PlaygroundData } from '../src/contract';
import { type Session } from '../src/session/session';

/** The first person, as if signed in by the sign-in page an hour before the tokens expire; no one signed these tokens. */
export function signedInSession({ userPools }: PlaygroundData, now = Date.now()): Session {
  const [pool] = userPools;
  const [client] = pool?.clients ?? [];
  if (pool === undefined || client === undefined) throw new Error('The data has no client that people sign in with.');
  const seconds = Math.floor(now / 1000);
  const both = {
    ...{ sub: PERSON, iss: pool.issuer, origin_jti: '2d9c1f07-50a8-4d0a-9a53-0b9f6f1c2a11', auth_time: seconds },
    ...{ iat: seconds, exp: seconds + 3600, jti: '71c6c1f4-0d53-4f53-8d0e-51a2d2c9f7b3' },
  };
  const email = pool.people[0]?.email ?? 'ada@example.com';
  const idToken = { ...both, aud: client.id, token_use: 'id', 'cognito:username': PERSON, email, email_verified: true };
  const scope = client.scopes.join(' ');
  const accessToken = { ...both, client_id: client.id, token_use: 'access', username: PERSON, scope };
  const refreshToken = 'eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIn0.refresh';
  return {
    ...{ poolId: pool.id, clientId: client.id, way: 'sign-in page' },
    tokens: { idToken: tokenOf(idToken), accessToken: tokenOf(accessToken), refreshToken },
  };
}

const PERSON = '02e5f4a4-7061-70f4-8f5a-3a9c1f0d2b11';

const tokenOf = (claims: object): string => [{ kid: 'example', alg: 'RS256' }, claims].map(partOf).join('.') + '.c2ln';

const partOf = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
