import { randomBytes } from 'node:crypto';
import { EmulatorRefusal } from '../../emulator';
import { type AuthorizationRequest, readAuthorizationRequest } from '../authorization-request';
import { type DoorContext } from '../context';
import { cookieOf, setCookie } from '../cookies';
import { PageError, RedirectError } from '../errors';
import { type DoorRequest, type Reply } from '../http';
import { type DoorPool, type DoorProvider } from '../pool';
import { redirect } from '../redirect';
import { complete } from '../sign-in/complete';
import { exchangeCode } from './exchange-code';
import { type IdentityProviders } from './identity-providers';

/** Binds a sign-in at a provider to the browser that began it. */
const COOKIE = 'cognito-fl';
const CALLBACK = '/oauth2/idpresponse';
const SECONDS = 300;

interface Pending {
  readonly poolId: string;
  readonly provider: DoorProvider;
  /** The authorization request. */
  readonly query: URLSearchParams;
  readonly nonce: string;
  readonly redirectUri: string;
  readonly until: number;
}

interface Beginning {
  readonly asked: AuthorizationRequest;
  readonly pool: DoorPool;
  readonly provider: DoorProvider;
  readonly request: DoorRequest;
}

/**
 * People who are on their way through another provider. One sign-in is answered once, in five minutes, in its own browser.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-flow.html
 */
export class ProviderSignIns {
  private readonly pending = new Map<string, Pending>();

  constructor(private readonly providers: IdentityProviders) {}

  async begin({ asked, pool, provider, request }: Beginning): Promise<Reply> {
    if (provider.type === 'SAML') {
      throw new PageError(`${provider.name} is a SAML provider, which npm start does not play`, asked.client.id);
    }
    const redirectUri = `${request.origin}${CALLBACK}`;
    const standIn = await this.providers.standInFor(pool, provider, redirectUris(request.origin));
    const [state, nonce] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
    const { query } = request;
    this.forgetOld();
    this.pending.set(state, {
      ...{ poolId: pool.id, provider, query, nonce, redirectUri },
      until: Date.now() + SECONDS * 1000,
    });
    const parameters = new URLSearchParams({
      client_id: standIn.client.id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: ['openid', ...provider.scopes.filter((scope) => scope !== 'openid')].join(' '),
      state,
      nonce,
      // It always asks who it is: people are to be tried one after the other.
      prompt: 'login',
      ...(asked.loginHint !== undefined && provider.type === 'OIDC' && { login_hint: asked.loginHint }),
    });
    return redirect(`${standIn.issuer}/auth?${parameters.toString()}`, [setCookie(COOKIE, state, SECONDS)]);
  }

  /** `GET /oauth2/idpresponse` */
  async finish(context: DoorContext): Promise<Reply> {
    const { emulator, pool, request } = context;
    const begun = this.take(request, pool);
    const asked = readAuthorizationRequest(begun.query, pool);
    const [code, error] = [request.query.get('code'), request.query.get('error')];
    if (error !== null || code === null) {
      const description = request.query.get('error_description') ?? undefined;
      throw new RedirectError(asked, error ?? 'invalid_request', description);
    }
    const { nonce, provider, redirectUri } = begun;
    const standIn = await this.providers.standInFor(pool, provider, redirectUris(request.origin));
    const claims = await exchangeCode({ provider, standIn, code, redirectUri, nonce, to: asked });
    const person = { clientId: asked.client.id, provider: provider.name, ...claims };
    const { username } = await emulator.federate(person).catch((refused: unknown) => {
      if (!(refused instanceof EmulatorRefusal) || refused.code === 'InternalFailure') throw refused;
      throw new RedirectError(asked, 'invalid_request', refused.message);
    });
    return complete(context, asked, username);
  }

  private take(request: DoorRequest, pool: DoorPool): Pending {
    const state = request.query.get('state') ?? '';
    const found = this.pending.get(state);
    const mine = cookieOf(request, COOKIE) === state;
    if (mine) this.pending.delete(state);
    if (!found || !mine || found.poolId !== pool.id || found.until < Date.now()) {
      throw new PageError('This sign-in was not begun in this browser, or is over. Start again in the application.');
    }
    return found;
  }

  private forgetOld(): void {
    for (const [state, { until }] of this.pending) if (until < Date.now()) this.pending.delete(state);
  }
}

/** By both names of this machine. */
function redirectUris(origin: string): string[] {
  const { port } = new URL(origin);
  return ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${port}${CALLBACK}`);
}
