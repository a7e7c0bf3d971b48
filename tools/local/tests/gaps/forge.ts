import { generateKeyPairSync, sign } from 'node:crypto';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const encode = (part: object | Buffer): string =>
  (Buffer.isBuffer(part) ? part : Buffer.from(JSON.stringify(part))).toString('base64url');

export const headerOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());

/** The token with other claims and its old signature. */
export function withClaims(token: string, claims: object): string {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const before = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [header, encode({ ...before, ...claims }), signature].join('.');
}

/** The token with its header and claims, signed with a key that is not the pool's. */
export function signedByAnother(token: string): string {
  const signed = token.split('.').slice(0, 2).join('.');
  return `${signed}.${encode(sign('sha256', Buffer.from(signed), key))}`;
}

/** The token without a signature, and a header that says so. */
export const unsigned = (token: string): string => `${encode({ alg: 'none' })}.${token.split('.')[1]}.`;
