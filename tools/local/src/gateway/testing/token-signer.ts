import { type Jwk } from 'aws-jwt-verify/jwk';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Signs as a user pool of a test does. */
export interface TokenSigner {
  /** The public key, to be published by the pool. */
  readonly key: Jwk;
  /** Signs exactly these claims; an `exp` in the past makes an expired token. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

/** RS256 with 2048 bits, as Cognito signs. */
export async function createTokenSigner(): Promise<TokenSigner> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const key = { ...jwk, kid, alg: 'RS256', use: 'sig' } as Jwk;
  return {
    key,
    sign: (claims) => new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
  };
}
