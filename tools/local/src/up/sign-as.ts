import { type Emulator } from '../emulator';

/** Makes a token of exactly these claims with the key of a user pool, also one that Cognito would never make. */
export type SignAs = (poolId: string, claims: Readonly<Record<string, unknown>>) => Promise<string>;

export function signAs({ internal }: Pick<Emulator, 'internal'>): SignAs {
  return async (poolId, claims) => (await internal<{ token: string }>('sign-token', { poolId, claims })).token;
}
