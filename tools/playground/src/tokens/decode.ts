/** A JSON Web Token, read and not verified: the gateway does that. */
export interface DecodedToken {
  readonly header: Claims;
  readonly claims: Claims;
}

export type Claims = Readonly<Record<string, unknown>>;

/** @returns undefined where it is no JSON Web Token: a refresh token is encrypted */
export function decodeToken(token: string): DecodedToken | undefined {
  const [header, claims, signature, ...rest] = token.split('.');
  if (!header || !claims || signature === undefined || rest.length > 0) return undefined;
  try {
    return { header: jsonOf(header), claims: jsonOf(claims) };
  } catch {
    return undefined;
  }
}

function jsonOf(base64url: string): Claims {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return value as Claims;
}
