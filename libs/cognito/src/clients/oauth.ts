import { type CognitoUserPoolClientConfig } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { check, type IUserPool } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { checkRedirects } from './redirects';
import { type ResourceServerScope } from '../resource-servers/resource-server';
import { isStandardScope, scopeReferences } from './scopes';

/** The one OAuth grant of a client. Cognito cannot give a client both, and the implicit grant leaks tokens in URLs. */
export type OAuth = CodeGrant | ClientCredentialsGrant;

/**
 * People sign in on the hosted pages of the pool's domain and come back with a code.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export interface CodeGrant {
  readonly grant: 'code';
  /** What the client may ask for: `openid`, `email`, ..., `reports/read`, or scopes of a resource server. */
  readonly scopes: readonly Scope[];
  /** Where the code may be sent: 1 to 100 absolute URLs: https, http on the user's own machine, or an app's scheme. */
  readonly callbackUrls: readonly string[];
  /** @default - no page to return to after signing out */
  readonly logoutUrls?: readonly string[];
}

/**
 * A machine exchanges the client's id and secret for an access token.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export interface ClientCredentialsGrant {
  readonly grant: 'clientCredentials';
  /** Scopes of resource servers only: a machine has no profile to read. */
  readonly scopes: readonly Scope[];
}

export type Scope = string | ResourceServerScope;

type OAuthConfig = Omit<Partial<CognitoUserPoolClientConfig>, 'userPoolId' | 'name'>;

/** The provider keeps what it finds for each field left out, so "off" is written out: else OAuth cannot be removed. */
const off: OAuthConfig = {
  allowedOauthFlowsUserPoolClient: false,
  allowedOauthFlows: [],
  allowedOauthScopes: [],
  callbackUrls: [],
  logoutUrls: [],
  supportedIdentityProviders: [],
};

export function oauthConfig(construct: IConstruct, pool: IUserPool, oauth: OAuth | undefined): OAuthConfig {
  if (oauth === undefined) return off;
  checkScopes(construct, oauth);
  const on = {
    ...off,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthScopes: scopeReferences(construct, pool, oauth.scopes),
  };
  if (oauth.grant === 'clientCredentials') return { ...on, allowedOauthFlows: ['client_credentials'] };

  const { callbackUrls, logoutUrls = [] } = oauth;
  checkRedirects(construct, 'oauth.callbackUrls', callbackUrls, 1);
  checkRedirects(construct, 'oauth.logoutUrls', logoutUrls, 0);
  return {
    ...on,
    allowedOauthFlows: ['code'],
    callbackUrls: [...callbackUrls],
    logoutUrls: [...logoutUrls],
    supportedIdentityProviders: ['COGNITO'],
  };
}

function checkScopes(construct: IConstruct, { grant, scopes }: OAuth): void {
  const found = scopes.map((scope) => (typeof scope === 'string' ? scope : scope.scopeName));
  const checkAll = (holds: boolean, expected: string, fix: string) =>
    check(construct, holds, { prop: 'oauth.scopes', expected, found, fix });
  const leave = 'List what the client may ask for, or leave out oauth';
  checkAll(scopes.length > 0 && scopes.length <= 50, '1 to 50 scopes', leave);
  const ofPerson = grant === 'clientCredentials' && scopes.some(isStandardScope);
  const remove = 'Leave out the scopes that describe a person: a machine is none';
  checkAll(!ofPerson, 'scopes of resource servers only', remove);
  const identity = ['email', 'phone', 'profile'];
  const alone = !scopes.includes('openid') && scopes.some((scope) => identity.includes(scope as string));
  const add = 'Add openid: Cognito grants the others only with it';
  checkAll(!alone, `openid with ${identity.join(', ')}`, add);
}
