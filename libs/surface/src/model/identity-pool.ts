import type { Located } from './located';
import type { List, Table } from './value';

/** `aws_cognito_identity_pool` with its roles: who gets AWS credentials. */
export interface IdentityPool<U = never> extends Located {
  readonly id: string | U;
  readonly name: string | U;
  /** True: anyone gets the credentials of the `unauthenticated` role. */
  readonly guests: boolean | U;
  readonly classicFlow: boolean | U;
  readonly userPoolClients: List<IdentityProviderClient<U>, U>;
  /** Other ways to sign in: OpenID Connect, SAML and social providers, and `developer`. */
  readonly otherProviders: List<string, U>;
  readonly authenticatedRole?: RoleReference<U>;
  readonly unauthenticatedRole?: RoleReference<U>;
  readonly roleMappings: List<RoleMapping<U>, U>;
  /** Claims that become tags of the session, which policies decide by. */
  readonly principalTags: readonly PrincipalTags<U>[];
}

/** A client of a user pool whose tokens an identity pool takes. */
export interface IdentityProviderClient<U = never> {
  readonly clientId: string | U;
  /** Address of the client, when it is part of the surface. */
  readonly client?: string;
  readonly providerName: string | U;
  /** True: a token that was signed out gets no credentials. */
  readonly serverSideTokenCheck: boolean | U;
}

/** A role that an identity pool gives. */
export interface RoleReference<U = never> {
  readonly arn: string | U;
  /** Address of the role, when it is part of the surface. */
  readonly role?: string;
}

/** Which role people of a provider get. */
export interface RoleMapping<U = never> {
  readonly provider: string | U;
  readonly type: 'Token' | 'Rules' | U;
  readonly whenAmbiguous: 'AuthenticatedRole' | 'Deny' | U;
  readonly rules: List<RoleMappingRule<U>, U>;
}

/** A claim that decides about a role. */
export interface RoleMappingRule<U = never> extends RoleReference<U> {
  readonly claim: string | U;
  readonly match: string | U;
  readonly value: string | U;
}

/** `aws_cognito_identity_pool_provider_principal_tag`. */
export interface PrincipalTags<U = never> extends Located {
  readonly provider: string | U;
  /** Cognito's own: client id as `client`, subject as `username`. */
  readonly defaults: boolean | U;
  /** Tag -> claim. */
  readonly tags: Table<string, U>;
}
