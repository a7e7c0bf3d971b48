export { type BaseUserPool } from './base-user-pool';
export { type ClientSettings, type DeclaredClientOptions } from './client-settings';
export { type FederatedRole } from './federated-role';
export { IdentityPool, type IdentityPoolProps } from './identity-pool';
export { type FromIdOptions } from './imported-user-pool';
export { type ImportedUserPoolClientProps } from './imported-user-pool-client';
export { type ClientCredentialsGrant, type CodeGrant, type OAuth, type Scope } from './oauth';
export { type PasswordPolicy } from './password-policy';
export { type PrincipalTags } from './principal-tags';
export {
  ResourceServer,
  type ResourceServerOptions,
  type ResourceServerProps,
  type ResourceServerScope,
} from './resource-server';
export { type TokenValidity } from './token-validity';
export { type Mfa, UserPool, type UserPoolProps } from './user-pool';
export {
  type AuthFlows,
  UserPoolClient,
  type UserPoolClientOptions,
  type UserPoolClientProps,
} from './user-pool-client';
export { UserPoolDomain, type UserPoolDomainOptions, type UserPoolDomainProps } from './user-pool-domain';
