import { check, checkText, isLate, type IUserPool } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type ClientConfig } from './client-config';
import { providerReferences, type SignInProvider } from './identity-providers';
import { checkDefaultRedirect, checkRedirects } from './redirects';
import { isStandardScope, type MachineScope, type Scope, scopeReferences } from './scopes';

/**
 * The one OAuth grant of a client: Cognito cannot give a client both.
 * @example oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://app.example.com/back'] }
 */
export type OAuth = CodeGrant | ClientCredentialsGrant;

/**
 * People sign in on the hosted pages of the pool's domain and come back with a code.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 * @example oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://app.example.com/back'] }
 */
export interface CodeGrant {
  readonly grant: 'code';
  /** What the client may ask for: `openid`, `email`, ..., `reports/read`, or scopes of a resource server. */
  readonly scopes: readonly Scope[];
  /** Where the code may be sent: 1 to 100 absolute URLs: https, http on the user's own machine, or an app's scheme. */
  readonly callbackUrls: readonly string[];
  /** @default - no page to return to after signing out */
  readonly logoutUrls?: readonly string[];
  /**
   * The one of `callbackUrls` that a sign-in without a `redirect_uri` returns to.
   * @default - what the client has: none for a new one
   */
  readonly defaultRedirectUri?: string;
  /**
   * Where people may sign in: `['cognito', google]`.
   * @default ['cognito']: with a password of the pool only
   */
  readonly identityProviders?: readonly SignInProvider[];
  /**
   * Allows the implicit grant beside the code grant, for an application that cannot be changed yet, and says why. It puts tokens into URLs,
   * which browsers keep and send on, so OAuth 2.1 has left it out.
   * @default - refused
   * @see https://datatracker.ietf.org/doc/html/rfc9700#section-2.1.2
   */
  readonly implicit?: { readonly reason: string };
}

/**
 * A machine exchanges the client's id and secret for an access token.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 * @example oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] }
 */
export interface ClientCredentialsGrant {
  readonly grant: 'clientCredentials';
  /** Scopes of resource servers only: a machine has no profile to read. */
  readonly scopes: readonly MachineScope[];
}

/** The provider keeps what it finds for each field left out, so "off" is written out: else OAuth cannot be removed. */
const off: ClientConfig = {
  allowedOauthFlowsUserPoolClient: false,
  allowedOauthFlows: [],
  allowedOauthScopes: [],
  callbackUrls: [],
  logoutUrls: [],
  supportedIdentityProviders: [],
};

export function oauthConfig(construct: IConstruct, pool: IUserPool, oauth: OAuth | undefined): ClientConfig {
  if (oauth === undefined) return off;
  checkScopes(construct, oauth);
  const on = {
    ...off,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthScopes: scopeReferences(construct, pool, oauth.scopes),
  };
  if (oauth.grant === 'clientCredentials') return { ...on, allowedOauthFlows: ['client_credentials'] };
  return { ...on, ...codeConfig(construct, pool, oauth) };
}

function codeConfig(construct: IConstruct, pool: IUserPool, grant: CodeGrant): ClientConfig {
  const { callbackUrls, defaultRedirectUri, implicit, logoutUrls = [] } = grant;
  checkRedirects(construct, 'oauth.callbackUrls', callbackUrls, 1);
  checkRedirects(construct, 'oauth.logoutUrls', logoutUrls, 0);
  checkDefaultRedirect(construct, defaultRedirectUri, callbackUrls);
  if (implicit !== undefined) {
    checkText(construct, implicit.reason, {
      prop: 'oauth.implicit.reason',
      pattern: /\S/,
      expected: 'why the client needs tokens in URLs',
      fix: 'Say it, or leave implicit out and use the code grant with PKCE',
    });
  }
  return {
    allowedOauthFlows: implicit === undefined ? ['code'] : ['code', 'implicit'],
    callbackUrls: [...callbackUrls],
    logoutUrls: [...logoutUrls],
    ...(defaultRedirectUri !== undefined && { defaultRedirectUri }),
    supportedIdentityProviders: providerReferences(construct, pool, grant.identityProviders),
  };
}

function checkScopes(construct: IConstruct, { grant, scopes }: OAuth): void {
  const found = scopes.map((scope: Scope) => (typeof scope === 'string' ? scope : scope.scopeName));
  const checkAll = (holds: boolean, expected: string, fix: string) =>
    check(construct, holds, { prop: 'oauth.scopes', expected, found, fix });
  const leave = 'List what the client may ask for, or leave out oauth';
  checkAll(scopes.length > 0 && scopes.length <= 50, '1 to 50 scopes', leave);
  const ofPerson = grant === 'clientCredentials' && scopes.some(isStandardScope);
  const remove = 'Leave out the scopes that describe a person: a machine is none';
  checkAll(!ofPerson, 'scopes of resource servers only', remove);
  const identity = ['email', 'phone', 'profile'];
  const alone =
    !found.some((scope) => scope === 'openid' || isLate(scope)) && found.some((scope) => identity.includes(scope));
  const add = 'Add openid: Cognito grants the others only with it';
  checkAll(!alone, `openid with ${identity.join(', ')}`, add);
}
