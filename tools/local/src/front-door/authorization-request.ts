import { PageError, RedirectError, type ReturnTo } from './errors';
import { clientOf, type DoorClient, type DoorPool, type DoorProvider } from './pool';

/** What an application asks for at `/oauth2/authorize`, checked. */
export interface AuthorizationRequest extends ReturnTo {
  readonly client: DoorClient;
  readonly responseType: 'code' | 'token';
  readonly scopes: readonly string[];
  readonly nonce?: string;
  readonly codeChallenge?: string;
  /** Audience of the access token. */
  readonly resource?: string;
  readonly prompt: readonly string[];
  readonly loginHint?: string;
  /** Where the person signs in; absent: the person chooses. */
  readonly provider?: DoorProvider;
}

const OPENID_SCOPES = ['email', 'phone', 'profile'];
const SYSTEM_SCOPES = ['openid', ...OPENID_SCOPES, 'aws.cognito.signin.user.admin'];
const RESOURCE = /^(https:\/\/|http:\/\/localhost|(?!https?:)[a-z][a-z0-9+.-]*:\/\/)/i;

/**
 * Every page checks the request again, as all of it is in the query.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 *
 * @throws PageError while it is not sure that the redirect URI is the application's; RedirectError after that
 */
export function readAuthorizationRequest(query: URLSearchParams, pool: DoorPool): AuthorizationRequest {
  const { client, to } = readReturnTo(query, pool);
  const responseType = readResponseType(query, client, to);
  const codeChallenge = readChallenge(query, to);
  const optional = {
    nonce: query.get('nonce') ?? undefined,
    codeChallenge,
    resource: readResource(query, to),
    loginHint: query.get('login_hint') ?? undefined,
    provider: readProvider(query, pool, client, to),
  };
  return {
    ...to,
    client,
    responseType,
    scopes: readScopes(query, pool, client, to),
    prompt: (query.get('prompt') ?? '').split(' ').filter(Boolean),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as typeof optional),
  };
}

function readReturnTo(query: URLSearchParams, pool: DoorPool): { client: DoorClient; to: ReturnTo } {
  const clientId = query.get('client_id');
  if (!clientId) throw new PageError("Required String parameter 'client_id' is not present");
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined) throw new PageError(`Parameter '${repeated}' is there more than once`, clientId);
  const client = clientOf(pool, clientId);
  if (!client) throw new PageError('Client does not exist.', clientId);
  if (!client.oauthEnabled) throw new PageError('Client is not enabled for OAuth2.0 flows.', clientId);
  const redirectUri = query.get('redirect_uri');
  if (!redirectUri) throw new PageError("Required String parameter 'redirect_uri' is not present", clientId);
  if (!client.callbackUrls.includes(redirectUri)) throw new PageError('redirect_mismatch', clientId);
  const state = query.get('state');
  return { client, to: { redirectUri, ...(state !== null && { state }) } };
}

function readResponseType(query: URLSearchParams, client: DoorClient, to: ReturnTo): 'code' | 'token' {
  const type = query.get('response_type');
  if (type !== 'code' && type !== 'token')
    throw new RedirectError(to, 'invalid_request', undefined, `expected response_type code or token, found ${type}`);
  const flow = type === 'code' ? 'code' : 'implicit';
  if (!client.flows.includes(flow)) {
    const why = `client ${client.id} allows ${client.flows.join(', ') || 'no flows'}, not ${flow}`;
    throw new RedirectError(to, 'unauthorized_client', undefined, why);
  }
  return type;
}

/** PKCE (RFC 7636) by S256 alone; 43 characters are a SHA-256 in base64url. */
function readChallenge(query: URLSearchParams, to: ReturnTo): string | undefined {
  const [challenge, method] = [query.get('code_challenge'), query.get('code_challenge_method')];
  if (challenge === null && method === null) return undefined;
  if (method !== 'S256' || !/^[\w-]{43}$/.test(challenge ?? '')) {
    const why = 'expected code_challenge_method S256 and a code_challenge of 43 characters';
    throw new RedirectError(to, 'invalid_request', undefined, why);
  }
  return challenge as string;
}

function readResource(query: URLSearchParams, to: ReturnTo): string | undefined {
  const resource = query.get('resource');
  if (resource === null) return undefined;
  if (!RESOURCE.test(resource)) {
    throw new RedirectError(to, 'invalid_request', undefined, `resource is no URL that Cognito takes: ${resource}`);
  }
  return resource;
}

/** Those asked for, all of the client's when none is. */
function readScopes(query: URLSearchParams, pool: DoorPool, client: DoorClient, to: ReturnTo): readonly string[] {
  const known = client.scopes.filter((scope) => SYSTEM_SCOPES.includes(scope) || pool.customScopes.includes(scope));
  const asked = [...new Set((query.get('scope') ?? '').split(' ').filter(Boolean))];
  if (asked.length === 0) return known;
  const needsOpenid = asked.some((scope) => OPENID_SCOPES.includes(scope)) && !asked.includes('openid');
  const unknown = asked.filter((scope) => !known.includes(scope));
  if (needsOpenid || unknown.length > 0) {
    const why = needsOpenid ? `${OPENID_SCOPES.join(', ')} need openid` : notAllowed(client, unknown);
    throw new RedirectError(to, 'invalid_scope', undefined, why);
  }
  return asked;
}

/** Why a client does not get scopes. */
export const notAllowed = ({ id, scopes }: DoorClient, unknown: readonly string[]): string =>
  `client ${id} does not have ${unknown.join(', ')}; it has ${scopes.join(', ') || 'none'}`;

function readProvider(
  query: URLSearchParams,
  { providers }: DoorPool,
  { identityProviders }: DoorClient,
  to: ReturnTo,
): DoorProvider | undefined {
  const [name, identifier] = [query.get('identity_provider'), query.get('idp_identifier')];
  if (name === null && identifier === null) return undefined;
  if (name === 'COGNITO' && identityProviders.includes('COGNITO')) return undefined;
  const found = providers.find((each) =>
    name === null ? each.identifiers.includes(identifier as string) : each.name === name,
  );
  if (!found || !identityProviders.includes(found.name)) {
    throw new RedirectError(
      to,
      'invalid_request',
      `Login option ${name ?? identifier} is not available for this client`,
    );
  }
  return found;
}
