import { type RestAuthorizer, type RestRoute, type Surface, type UserPool } from '@gatehouse/surface';
import { type SignAs } from '../up/sign-as';
import { accessClaims, idClaims } from './claims';

/** Tokens that a route takes but for one thing. */
export interface HostileTokens {
  /** Ran out an hour ago. */
  readonly expired: string;
  /** One claim was changed after it was signed. */
  readonly tampered: string;
  /** Of a pool that the route does not trust. */
  readonly otherPool: string;
}

/** Makes them for a route; those for one authorizer and the same scopes are made once. */
export function hostileTokens(
  { clients, userPools }: Pick<Surface, 'clients' | 'userPools'>,
  sign: SignAs,
): (route: RestRoute, authorizer: RestAuthorizer) => Promise<HostileTokens> {
  const made = new Map<string, Promise<HostileTokens>>();
  return ({ auth }, authorizer) => {
    const [arn = ''] = authorizer.userPoolArns;
    const scopes = auth.scopes ?? [];
    const key = JSON.stringify([arn, scopes]);
    const known = made.get(key);
    if (known) return known;
    const pool = userPools.find((each) => each.arn === arn) ?? { id: '', endpoint: endpointOf(arn) };
    const clientId = clients.find(({ userPoolId }) => userPoolId === pool.id)?.id ?? 'client';
    const good = goodClaims(pool, clientId, scopes);
    // A pool that is not here has no key here either.
    const signer = pool.id || (userPools[0]?.id ?? '');
    const tokens = spoil(good, (claims) => sign(signer, claims));
    made.set(key, tokens);
    return tokens;
  };
}

/** The same for an issuer of JWTs whose pool is here. */
export function hostileTokensFor(
  pool: Pick<UserPool, 'id' | 'endpoint'>,
  clientId: string,
  scopes: readonly string[],
  sign: SignAs,
): Promise<HostileTokens> {
  return spoil(goodClaims(pool, clientId, scopes), (claims) => sign(pool.id, claims));
}

const goodClaims = (pool: Pick<UserPool, 'id' | 'endpoint'>, clientId: string, scopes: readonly string[]): Claims =>
  scopes.length > 0 ? accessClaims(pool, clientId, scopes) : idClaims(pool, clientId, SOMEONE);

type Claims = Readonly<Record<string, unknown>>;

/** The claims of a token that ran out an hour ago. */
export function expired(claims: Claims): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { ...claims, auth_time: now - 7200, iat: now - 7200, exp: now - 3600 };
}

/** The claims of a token of a pool that nobody trusts. */
export const ofOtherPool = (claims: Claims): Claims => ({
  ...claims,
  iss: String(claims['iss']).replace(/\/([^/_]+)_[^/]*$/, '/$1_OtherPool'),
});

/** Same token, one claim changed, signature kept. */
export function tamper(token: string): string {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const changed = { ...claims, email: 'someone-else@example.com' };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

async function spoil(good: Claims, sign: (claims: Claims) => Promise<string>): Promise<HostileTokens> {
  const [late, whole, otherPool] = await Promise.all([sign(expired(good)), sign(good), sign(ofOtherPool(good))]);
  return { expired: late, tampered: tamper(whole), otherPool };
}

const SOMEONE = { email: 'late@example.com', username: 'late' };

/** `arn:aws:cognito-idp:<region>:<account>:userpool/<id>` */
function endpointOf(arn: string): string {
  const [, , , region = '', , pool = ''] = arn.split(':');
  return `cognito-idp.${region}.amazonaws.com/${pool.replace(/^userpool\//, '')}`;
}
