import { check, isLate, type Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { applicationDetails } from './application';
import { type PoolWithAttributes } from './attribute-mapping';
import { checkHttps } from './check-provider';
import { type Details, IdentityProvider, type ProviderOptions } from './identity-provider';

/**
 * The settings of a provider of OpenID Connect.
 * @example users.addOidc('corp', { name: 'corp', issuer: 'https://login.example.com', clientId: 'acme', clientSecret })
 */
export interface OidcOptions<Custom extends string = never> extends ProviderOptions<Custom> {
  /** Of the provider, 3 to 32 characters without spaces and underscores: `corp`. It cannot be changed. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** As the provider writes it into its tokens: `https://login.example.com`. */
  readonly issuer: string;
  /**
   * Where the provider cannot be asked for them at `<issuer>/.well-known/openid-configuration`.
   * @default - Cognito asks the provider
   */
  readonly endpoints?: OidcEndpoints;
  /** @default ['openid', 'email'] */
  readonly scopes?: readonly string[];
  /**
   * The method of Cognito's requests for the claims of a person.
   * @default 'GET'
   */
  readonly userInfoMethod?: 'GET' | 'POST';
}

/**
 * Endpoints of a provider, each a URL.
 * @example endpoints: { authorization, token, userInfo, jwks }
 */
export interface OidcEndpoints {
  readonly authorization: string;
  readonly token: string;
  readonly userInfo: string;
  readonly jwks: string;
}

/**
 * The settings of a provider of OpenID Connect, and the pool.
 * @example new OidcProvider(stack, 'corp', { userPool: users, name: 'corp', issuer: 'https://login.example.com', clientId: 'acme', clientSecret })
 */
export interface OidcProviderProps<Custom extends string = never> extends OidcOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
}

/**
 * People sign in at any provider of OpenID Connect.
 *
 * @throws ConstructError for a name or URL that Cognito does not take, for scopes without `openid`, for an attribute that the
 * pool does not have, and for a name or identifier that another provider of the pool has.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html
 * @example
 * const corp = users.addOidc('corp', {
 *   name: 'corp',
 *   issuer: 'https://login.example.com',
 *   clientId: 'gatehouse',
 *   clientSecret: Secret.secretsManager({ arn }),
 *   identifiers: ['example.com'],
 * });
 */
export class OidcProvider<Custom extends string = never> extends IdentityProvider<'OIDC'> {
  constructor(scope: Construct, id: string, props: OidcProviderProps<Custom>) {
    const {
      clientId,
      clientSecret,
      issuer,
      endpoints,
      scopes = ['openid', 'email'],
      userInfoMethod,
      ...shared
    } = props;
    super(scope, id, {
      ...shared,
      type: 'OIDC',
      subject: 'sub',
      defaultAttributes: { email: 'email', emailVerified: 'email_verified' },
      // Endpoints that Cognito finds at the issuer are not in its answer.
      addedDetails: ['attributes_url_add_attributes'],
      details: (provider, name) => {
        const asked = { kind: 'client', id: clientId, secret: clientSecret, scopes } as const;
        const application = applicationDetails(provider, name, asked);
        checkIssuer(provider, issuer);
        checkOpenid(provider, scopes);
        return {
          ...application,
          oidc_issuer: issuer,
          attributes_request_method: userInfoMethod ?? 'GET',
          ...(endpoints !== undefined && endpointsOf(provider, endpoints)),
        };
      },
    });
  }
}

function checkIssuer(provider: Construct, issuer: string): void {
  checkHttps(provider, 'issuer', issuer);
  check(provider, !/\/\.well-known\//.test(issuer), {
    prop: 'issuer',
    expected: 'the issuer alone',
    found: issuer,
    fix: 'Remove /.well-known/openid-configuration, which Cognito adds',
  });
}

function checkOpenid(provider: Construct, scopes: readonly string[]): void {
  check(
    provider,
    scopes.some((scope) => scope === 'openid' || isLate(scope)),
    {
      prop: 'scopes',
      expected: 'openid among them, without which the provider gives no ID token',
      found: scopes,
      fix: 'Add openid',
    },
  );
}

function endpointsOf(provider: Construct, endpoints: OidcEndpoints): Details {
  const { authorization, token, userInfo, jwks } = endpoints;
  for (const [name, url] of Object.entries({ authorization, token, userInfo, jwks })) {
    checkHttps(provider, `endpoints.${name}`, url);
  }
  return { authorize_url: authorization, token_url: token, attributes_url: userInfo, jwks_uri: jwks };
}
