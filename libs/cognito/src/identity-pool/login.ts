import { type Secret } from '@gatehouse/construct-kit';

/**
 * A sign-in that is no user pool, whose tokens an identity pool exchanges for credentials.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html
 * @example
 * new IdentityPool(this, 'people', { name: 'acme-people', logins: [Login.google('123-abc.apps.googleusercontent.com')] });
 */
export class Login {
  /** @param appId of the Facebook app */
  static readonly facebook = (appId: string): Login => new Login('graph.facebook.com', { social: appId });

  /** @param clientId such as `123-abc.apps.googleusercontent.com` */
  static readonly google = (clientId: string): Login => new Login('accounts.google.com', { social: clientId });

  /** @param appId such as `amzn1.application.188a56d827a7d6555a8b67a5d` */
  static readonly amazon = (appId: string): Login => new Login('www.amazon.com', { social: appId });

  /** @param servicesId of the Apple developer account, such as `com.acme.app` */
  static readonly apple = (servicesId: string): Login => new Login('appleid.apple.com', { social: servicesId });

  /** @param keyAndSecret a secret that holds the consumer key and the consumer secret, with a `;` between them */
  static readonly twitter = (keyAndSecret: Secret): Login => new Login('api.twitter.com', { social: keyAndSecret });

  /**
   * Any OpenID Connect provider that is an IAM provider of the account.
   *
   * @param provider its ARN, or the Terraform resource: `new IamOpenidConnectProvider(...)`
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/open-id.html
   */
  static readonly openIdConnect = (provider: string | { readonly arn: string }): Login =>
    new Login(arnOf(provider), { arn: 'oidc' });

  /**
   * Any SAML provider that is an IAM provider of the account.
   *
   * @param provider its ARN, or the Terraform resource: `new IamSamlProvider(...)`
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/saml-identity-provider.html
   */
  static readonly saml = (provider: string | { readonly arn: string }): Login =>
    new Login(arnOf(provider), { arn: 'saml' });

  private constructor(
    /** What the identity pool calls it: a host, or an ARN. */
    readonly providerName: string,
    readonly source: { readonly social: string | Secret } | { readonly arn: 'oidc' | 'saml' },
  ) {}
}

const arnOf = (provider: string | { readonly arn: string }): string =>
  typeof provider === 'string' ? provider : provider.arn;
