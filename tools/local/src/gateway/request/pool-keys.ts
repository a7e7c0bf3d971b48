import { type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { messageOf } from '../errors';

/** Fetches the key set that a user pool publishes. */
export type PoolKeys = (userPoolId: string) => Promise<Jwks>;

/** Key sets as an emulator at `endpoint` publishes them: `<endpoint>/<pool id>/.well-known/jwks.json`. */
export function publishedKeys(endpoint: string): PoolKeys {
  return async (userPoolId) => {
    const url = `${endpoint}/${userPoolId}/.well-known/jwks.json`;
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`GET ${url} answered ${response.status}`);
    return (await response.json()) as Jwks;
  };
}

/** The keys of a pool could not be read; says nothing about the token. */
export class KeysUnavailableError extends Error {}

/**
 * Cache of key sets for aws-jwt-verify: a pool's keys, fetched again when a token names an unknown one.
 */
export function poolKeyCache(keys: PoolKeys): SimpleJwksCache {
  return new SimpleJwksCache({
    fetcher: {
      fetch: async (uri) => {
        const userPoolId = new URL(uri).pathname.split('/')[1] as string;
        const published = await keys(userPoolId).catch((error: unknown) => {
          const why = messageOf(error);
          throw new KeysUnavailableError(`the keys of user pool ${userPoolId} cannot be read: ${why}`);
        });
        return new TextEncoder().encode(JSON.stringify(published)).buffer as ArrayBuffer;
      },
    },
  });
}
