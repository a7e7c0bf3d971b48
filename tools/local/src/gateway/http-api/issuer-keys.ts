import { type Surface } from '@gatehouse/surface';
import {
  createLocalJWKSet,
  type CryptoKey,
  errors,
  type JSONWebKeySet,
  type JWK,
  type JWSHeaderParameters,
} from 'jose';
import { messageOf } from '../errors';
import { type PoolKeys } from '../request/pool-keys';

/** The keys of an issuer could not be read; says nothing about the token. */
export class IssuerUnavailableError extends Error {
  constructor(
    /** As API Gateway logs it. */
    readonly description: 'OIDC discovery endpoint communication error' | 'JWKS communication error',
    reason: string,
  ) {
    super(reason);
  }
}

interface Kept {
  readonly keys: ReturnType<typeof createLocalJWKSet>;
  readonly at: number;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
const KEPT_MILLISECONDS = 2 * 3_600_000;

/** How long an unknown key id does not make us ask again. */
const ASKED_MILLISECONDS = 10_000;

/** AWS gives an issuer 1.5 s; a laptop may be slower. */
const PATIENCE_MILLISECONDS = 10_000;

/** Keys that issuers publish, kept for two hours: of user pools that are deployed here, from the emulator. */
export class IssuerKeys {
  private pools: ReadonlyMap<string, string> = new Map();
  private readonly kept = new Map<string, Promise<Kept>>();

  constructor(private readonly poolKeys: PoolKeys) {}

  load({ userPools }: Pick<Surface, 'userPools'>): void {
    this.pools = new Map(userPools.map(({ endpoint, id }) => [`https://${endpoint}`, id]));
  }

  /**
   * @throws IssuerUnavailableError
   * @throws errors.JOSEError where the issuer has no such key
   */
  async keyFor(issuer: string, header: JWSHeaderParameters): Promise<CryptoKey> {
    const kept = await this.keysOf(issuer);
    try {
      return await kept.keys(header);
    } catch (error) {
      const isFresh = Date.now() - kept.at < ASKED_MILLISECONDS;
      if (!(error instanceof errors.JWKSNoMatchingKey) || isFresh) throw error;
      this.kept.delete(issuer);
      return (await this.keysOf(issuer)).keys(header);
    }
  }

  private async keysOf(issuer: string): Promise<Kept> {
    const before = await this.kept.get(issuer);
    if (before && Date.now() - before.at < KEPT_MILLISECONDS) return before;
    const asking = this.fetchKeys(issuer).then((jwks) => ({ keys: createLocalJWKSet(jwks), at: Date.now() }));
    this.kept.set(issuer, asking);
    // A failure is not kept.
    asking.catch(() => this.kept.delete(issuer));
    return asking;
  }

  private async fetchKeys(issuer: string): Promise<JSONWebKeySet> {
    const pool = this.pools.get(issuer);
    if (pool !== undefined) return { keys: [...(await this.poolKeys(pool).catch(failing(JWKS))).keys] as JWK[] };
    const configuration = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { jwks_uri: uri } = await fetchJson<{ jwks_uri?: string }>(configuration).catch(failing(DISCOVERY));
    if (typeof uri !== 'string') throw new IssuerUnavailableError(DISCOVERY, `${configuration} has no jwks_uri`);
    return fetchJson<JSONWebKeySet>(uri).catch(failing(JWKS));
  }
}

const DISCOVERY = 'OIDC discovery endpoint communication error';
const JWKS = 'JWKS communication error';

const failing =
  (description: IssuerUnavailableError['description']) =>
  (error: unknown): never => {
    throw new IssuerUnavailableError(description, messageOf(error));
  };

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
  if (!response.ok) throw new Error(`GET ${url} answered ${response.status}`);
  return (await response.json()) as T;
}
