import { createRemoteJWKSet, jwtVerify } from 'jose';
import { RedirectError, type ReturnTo } from '../errors';
import { type DoorProvider } from '../pool';
import { type StandIn } from './stand-in';

export interface Exchange {
  readonly provider: DoorProvider;
  readonly standIn: StandIn;
  readonly code: string;
  readonly redirectUri: string;
  readonly nonce: string;
  /** Where a failure goes. */
  readonly to: ReturnTo;
}

type Claims = Readonly<Record<string, unknown>>;

const SECONDS = 5_000;

/**
 * Claims of the ID token, verified, and of userInfo.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-flow.html
 *
 * @throws RedirectError as Cognito words it
 */
export async function exchangeCode(given: Exchange): Promise<{ idToken: Claims; userInfo: Claims }> {
  const { issuer } = given.standIn;
  const endpoints = await read(given, `${issuer}/.well-known/openid-configuration`);
  const tokens = await readTokens(given, String(endpoints['token_endpoint']));
  const keys = createRemoteJWKSet(new URL(String(endpoints['jwks_uri'])));
  const { payload } = await jwtVerify(String(tokens['id_token']), keys, {
    issuer,
    audience: given.standIn.client.id,
  }).catch((error: Error) => {
    throw new RedirectError(given.to, 'invalid_request', `${given.provider.name} Error - ${error.message}`);
  });
  if (payload['nonce'] !== given.nonce) throw new RedirectError(given.to, 'invalid_request', 'Invalid nonce');
  const headers = { Authorization: `Bearer ${String(tokens['access_token'])}` };
  const userInfo = await read(given, String(endpoints['userinfo_endpoint']), { headers });
  return { idToken: payload, userInfo };
}

function readTokens(given: Exchange, url: string): Promise<Claims> {
  const { code, redirectUri, standIn } = given;
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: standIn.client.id,
    client_secret: standIn.client.secret,
  }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return read(given, url, { method: 'POST', headers, body }, 'error getting token');
}

async function read(
  { provider: { name }, to }: Exchange,
  url: string,
  init: RequestInit = {},
  doing = 'error getting claims',
): Promise<Claims> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(SECONDS) }).catch((error: Error) => {
    const why =
      error.name === 'TimeoutError'
        ? 'Timeout occurred in calling IdP token endpoint'
        : `${name} Error - ${error.message}`;
    throw new RedirectError(to, 'invalid_request', why);
  });
  if (!response.ok) throw new RedirectError(to, 'invalid_request', `${name} Error - ${response.status} ${doing}`);
  return (await response.json()) as Claims;
}
