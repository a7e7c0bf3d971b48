import { randomUUID } from 'node:crypto';

interface Issuer {
  /** `cognito-idp.<region>.amazonaws.com/<id>` */
  readonly endpoint: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
export const idClaims = (
  pool: Issuer,
  clientId: string,
  { email, username }: { readonly email: string; readonly username: string },
): Claims => ({ ...common(pool, 'id'), aud: clientId, email, 'cognito:username': username });

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export const accessClaims = (pool: Issuer, clientId: string, scopes: readonly string[]): Claims => ({
  ...common(pool, 'access'),
  client_id: clientId,
  scope: scopes.join(' '),
});

function common({ endpoint }: Issuer, use: 'id' | 'access'): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { sub: randomUUID(), iss: `https://${endpoint}`, token_use: use, auth_time: now, iat: now, exp: now + 3600 };
}
