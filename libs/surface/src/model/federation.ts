import type { OfUserPool } from './of-user-pool';
import type { List, Table } from './value';

/** `aws_cognito_identity_provider`: another place where users of a pool sign in. */
export interface IdentityProvider<U = never> extends OfUserPool<U> {
  readonly name: string | U;
  readonly type: 'Google' | 'Facebook' | 'LoginWithAmazon' | 'SignInWithApple' | 'OIDC' | 'SAML' | U;
  /** Issuer, endpoints, scopes; what looks like a secret is unknown. */
  readonly details: Table<string, U>;
  /** Attribute of the pool -> claim of the provider. */
  readonly attributeMapping: Table<string, U>;
  readonly identifiers: List<string, U>;
}
