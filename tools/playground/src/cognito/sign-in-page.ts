import { type Tokens } from './tokens';

const PENDING = 'gatehouse.sign-in';

interface Pending {
  readonly state: string;
  readonly verifier: string;
  readonly tokenUrl: string;
  readonly redirectUri: string;
  readonly poolId: string;
  readonly clientId: string;
  /** Fragment of the page that it began on. */
  readonly from: string;
}

export interface PageSignIn {
  /** `http://127.0.0.1:4540` */
  readonly signInUrl: string;
  readonly redirectUri: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Where to send the browser, to sign in by a code with PKCE (RFC 7636). Remembers what it takes to use the code. */
export async function beginAtPage({ clientId, poolId, redirectUri, scopes, signInUrl }: PageSignIn): Promise<string> {
  const [state, verifier] = [random(), random()];
  const tokenUrl = `${signInUrl}/oauth2/token`;
  const pending: Pending = { state, verifier, tokenUrl, redirectUri, poolId, clientId, from: location.hash };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = {
    ...{ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, state, scope: scopes.join(' ') },
    ...{ code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: 'S256' },
  };
  return `${signInUrl}/oauth2/authorize?${new URLSearchParams(query)}`;
}

/**
 * What a sign-in page sent the browser back with; the query leaves the address.
 *
 * @throws Error of OAuth, or an answer that this tab did not ask for
 */
export async function finishFromPage(): Promise<(Tokens & Pick<Pending, 'poolId' | 'clientId'>) | undefined> {
  const query = new URLSearchParams(location.search);
  if (!query.has('code') && !query.has('error')) return undefined;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as Pending | null;
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', `${location.pathname}${pending?.from ?? ''}`);
  if (query.has('error'))
    throw new Error(`${query.get('error')}: ${query.get('error_description') ?? 'no description'}`);
  if (pending === null || pending.state !== query.get('state')) {
    throw new Error('The sign-in page answered something that this tab did not ask for. Sign in again.');
  }
  const tokens = await exchange(pending, query.get('code') ?? '');
  return { ...tokens, poolId: pending.poolId, clientId: pending.clientId };
}

async function exchange({ clientId, redirectUri, tokenUrl, verifier }: Pending, code: string): Promise<Tokens> {
  const form = { grant_type: 'authorization_code', client_id: clientId, code, redirect_uri: redirectUri };
  const body = new URLSearchParams({ ...form, code_verifier: verifier });
  const answer = await fetch(tokenUrl, { method: 'POST', body });
  const json = (await answer.json()) as Record<string, string>;
  if (!answer.ok) throw new Error(`${json['error'] ?? answer.status} from ${tokenUrl}. Sign in again.`);
  const { access_token: accessToken = '', id_token: idToken = '', refresh_token: refreshToken } = json;
  return { accessToken, idToken, ...(refreshToken !== undefined && { refreshToken }) };
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
