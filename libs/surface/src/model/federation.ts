import type { Located } from './located';
import type { List, Table } from './value';

/** `aws_cognito_identity_provider`: another place where users of a pool sign in. */
export interface IdentityProvider<U = never> extends Located {
  readonly name: string | U;
  readonly userPoolId: string | U;
  /** Address of the pool, when it is part of the surface. */
  readonly userPool?: string;
  readonly type: 'Google' | 'Facebook' | 'LoginWithAmazon' | 'SignInWithApple' | 'OIDC' | 'SAML' | U;
  /** Issuer, endpoints, scopes; what looks like a secret is unknown. */
  readonly details: Table<string, U>;
  /** Attribute of the pool -> claim of the provider. */
  readonly attributeMapping: Table<string, U>;
  readonly identifiers: List<string, U>;
}
