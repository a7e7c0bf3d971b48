import { randomUUID, timingSafeEqual } from 'node:crypto';
import { type Surface, type UserPool, type UserPoolClient } from '@gatehouse/surface';
import { type Answer, type GatewayRequest } from '../exchange';
import { header, mediaType } from '../headers';
import { type TokenSigner } from './token-signer';

/** The secret of an app client; surfaces never hold one. */
export type ClientSecret = (client: UserPoolClient) => Promise<string | undefined>;

export interface TokenEndpointOptions {
  readonly surface: () => Surface;
  readonly signer: TokenSigner;
  readonly clientSecret: ClientSecret;
}

/** An error answer of RFC 6749, section 5.2; Cognito sends every one with status 400. */
class OAuthError extends Error {}

/**
 * `POST /oauth2/token` of a user pool's domain, for machine clients (client_credentials).
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export function tokenEndpoint(options: TokenEndpointOptions): (request: GatewayRequest) => Promise<Answer> {
  return async (request) => {
    if (request.method !== 'POST') return json(405, { error: 'invalid_request' });
    try {
      return json(200, await issue(request, options));
    } catch (error) {
      if (error instanceof OAuthError) return json(400, { error: error.message });
      throw error;
    }
  };
}

async function issue(request: GatewayRequest, { surface, signer, clientSecret }: TokenEndpointOptions) {
  const type = mediaType(header(request.rawHeaders, 'content-type') ?? '');
  if (type !== 'application/x-www-form-urlencoded') throw new OAuthError('invalid_request');
  const form = new URLSearchParams(request.body.toString('utf8'));
  const grant = form.get('grant_type');
  if (!grant) throw new OAuthError('invalid_request');
  if (grant !== 'client_credentials') throw new OAuthError('unsupported_grant_type');

  const deployed = surface();
  const credentials = readCredentials(request, form);
  const client = deployed.clients.find(({ id }) => id === credentials.id);
  const pool = deployed.userPools.find(({ id }) => id === client?.userPoolId);
  if (!client || !pool) throw new OAuthError('invalid_client');
  if (client.hasSecret && !sameSecret(credentials.secret, await clientSecret(client))) {
    throw new OAuthError('invalid_client');
  }
  // A client without a secret cannot have this flow.
  if (!client.hasSecret || !client.oauthFlows.includes('client_credentials')) {
    throw new OAuthError('unauthorized_client');
  }
  const scopes = grantedScopes(form.get('scope'), client, deployed);
  return {
    access_token: await signer.sign(accessClaims(pool, client, scopes)),
    expires_in: client.accessTokenValidity,
    token_type: 'Bearer',
  };
}

/** `Authorization: Basic` with the id and secret, or both as form fields. */
function readCredentials({ rawHeaders }: GatewayRequest, form: URLSearchParams) {
  const [, basic] = /^Basic\s+(\S+)$/i.exec(header(rawHeaders, 'authorization') ?? '') ?? [];
  if (!basic) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { id: text.slice(0, Math.max(colon, 0)), secret: text.slice(colon + 1) };
}

function sameSecret(given: string, expected: string | undefined): boolean {
  if (!expected) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The scopes asked for, or all of the client's when none is named; only those of the pool's resource servers. */
function grantedScopes(asked: string | null, client: UserPoolClient, { resourceServers }: Surface): string[] {
  const defined = resourceServers
    .filter(({ userPoolId }) => userPoolId === client.userPoolId)
    .flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`));
  const allowed = client.scopes.filter((scope) => defined.includes(scope));
  const wanted = asked?.split(' ').filter(Boolean) ?? [];
  if (wanted.some((scope) => !allowed.includes(scope))) throw new OAuthError('invalid_scope');
  return wanted.length > 0 ? wanted : allowed;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
function accessClaims(pool: UserPool, client: UserPoolClient, scopes: readonly string[]) {
  const now = Math.floor(Date.now() / 1000);
  return {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: now,
    iss: `https://${pool.endpoint}`,
    exp: now + client.accessTokenValidity,
    iat: now,
    version: 2,
    jti: randomUUID(),
    client_id: client.id,
  };
}

const json = (status: number, body: object): Answer => ({
  status,
  headers: [
    ['Content-Type', 'application/json;charset=UTF-8'],
    ['Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate'],
    ['Pragma', 'no-cache'],
  ],
  body: JSON.stringify(body),
});
