import { type TokenAnswer, type TokenAsk } from '@gatehouse/playground/contract';
import { expired, ofOtherPool, tamper } from '../../smoke/hostile-tokens';
import { type Shown } from '../data/shown';
import { Refusal } from '../server/refusal';

type Claims = Readonly<Record<string, unknown>>;

/**
 * A token that is good but for one thing.
 *
 * @throws Refusal 400 for what is no token of a pool that is served
 */
export async function spoiltToken({ sign, surface }: Shown, { but, token }: TokenAsk): Promise<TokenAnswer> {
  const claims = claimsOf(token);
  const pool = surface.userPools.find(({ endpoint }) => claims['iss'] === `https://${endpoint}`);
  if (pool === undefined) throw new Refusal(400, 'token: expected a token of a user pool that is served here.');
  if (but === 'tampered') return { token: tamper(token) };
  return { token: await sign(pool.id, but === 'expired' ? expired(claims) : ofOtherPool(claims)) };
}

function claimsOf(token: string): Claims {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
  } catch {
    return {};
  }
}
