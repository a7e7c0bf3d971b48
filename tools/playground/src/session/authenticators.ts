/** Secrets of authenticators that this tab set up, so that it can play them. */
export function authenticatorSecret(poolId: string, username: string): string | undefined {
  return sessionStorage.getItem(nameOf(poolId, username)) ?? undefined;
}

export const keepAuthenticatorSecret = (poolId: string, username: string, secret: string): void =>
  sessionStorage.setItem(nameOf(poolId, username), secret);

const nameOf = (poolId: string, username: string): string => `gatehouse.authenticator ${poolId} ${username}`;
