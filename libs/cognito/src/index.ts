export { type AttributeName, type AttributeOf } from './attributes/attribute';
export { type AttributesProps } from './attributes/attributes';
export { type CustomAttribute, type CustomAttributes } from './attributes/custom-attributes';
export { type SignInWith } from './attributes/sign-in-with';
export {
  type StandardAttribute,
  type StandardAttributeOptions,
  type StandardAttributes,
  type VerifiedAttribute,
} from './attributes/standard-attributes';
export { type Contacts } from './attributes/verification';
export { type BaseUserPool } from './user-pool/base-user-pool';
export { type Analytics, type AnalyticsOfProject, type AnalyticsWithRole } from './clients/analytics';
export { type ReadAttributes, type WriteAttributes } from './clients/attribute-lists';
export { type AuthFlows } from './clients/auth-flows';
export { type BaseUserPoolClient } from './clients/base-user-pool-client';
export {
  type ClientOptions,
  type PublicClientOptions,
  type ServerClientOptions,
  type UserPoolClientOptions,
} from './clients/client-options';
export { type AppClientOptions, type ClientSettings, type MachineClientOptions } from './clients/client-settings';
export { type SignInProvider } from './clients/identity-providers';
export {
  ManagedUserPoolClient,
  type ManagedUserPoolClientOptions,
  type ManagedUserPoolClientProps,
} from './clients/managed-user-pool-client';
export { type RefreshTokenRotation } from './clients/refresh-token-rotation';
export { type MachineScope, type Scope } from './clients/scopes';
export { type SecretGeneration } from './clients/secret-generation';
export { type StoredSecretOptions } from './clients/stored-secret';
export { type TestUser, type TestUserOptions } from './operations/test-user';
export { type UserExport, type UserExportOptions } from './operations/user-export';
export { type UserImport, type UserImportOptions } from './operations/user-import';
export {
  type AlarmThresholds,
  type UserPoolAlarms,
  type UserPoolAlarmsOptions,
  type WatchedProvider,
} from './operations/user-pool-alarms';
export { type UserPoolDashboard, type UserPoolDashboardOptions } from './operations/user-pool-dashboard';
export { type WebAclAssociation, type WebAclAssociationOptions } from './operations/web-acl-association';
export { type BaseIdentityPool, type RoleOptions } from './identity-pool/base-identity-pool';
export { type Claim } from './identity-pool/claim';
export { type FederatedRole, type HeldRole } from './identity-pool/federated-role';
export { IdentityPool } from './identity-pool/identity-pool';
export { type IdentityPoolProps } from './identity-pool/props';
export { Login } from './identity-pool/login';
export { type RoleMappingOptions, type RoleRule, type TokenSource } from './identity-pool/role-mapping';
export { type FromArnOptions, type FromIdOptions } from './user-pool/imported-user-pool';
export { type ImportedUserPoolClient, type ImportedUserPoolClientProps } from './clients/imported-user-pool-client';
export { type ClientCredentialsGrant, type CodeGrant, type OAuth } from './clients/oauth';
export { type PasswordPolicy } from './sign-in/password-policy';
export { type PrincipalTags } from './identity-pool/principal-tags';
export {
  type ImportedResourceServer,
  ResourceServer,
  type ResourceServerOptions,
  type ResourceServerProps,
  type ResourceServerScope,
} from './resource-servers/resource-server';
export { type TokenValidity } from './clients/token-validity';
export { UserPool, type UserPoolProps } from './user-pool/user-pool';
export {
  ClassicPagesStyle,
  type ClassicPagesStyleOptions,
  type ClassicPagesStyleProps,
} from './pages/classic-pages-style';
export { DomainCertificate, type DomainCertificateProps } from './pages/domain-certificate';
export {
  type OwnDomain,
  type PrefixDomain,
  UserPoolDomain,
  type UserPoolDomainOptions,
  type UserPoolDomainProps,
} from './pages/user-pool-domain';
export { type AccountRecovery } from './sign-in/account-recovery';
export {
  type AccountTakeover,
  type RiskAction,
  type RiskMail,
  type RiskNotifications,
} from './sign-in/account-takeover';
export { type DeviceTracking } from './sign-in/device-tracking';
export { type FirstFactors, type Passkey } from './sign-in/first-factors';
export { type IpRanges } from './sign-in/ip-ranges';
export {
  type CompromisedCredentials,
  RiskConfiguration,
  type RiskConfigurationOptions,
  type RiskConfigurationProps,
} from './sign-in/risk-configuration';
export { type Mfa, type SecondFactors } from './sign-in/second-factors';
export { type FeaturePlan, type ThreatProtection } from './sign-in/threat-protection';
export { type SignInProps } from './sign-in/sign-in';
export { UserPoolClient, type UserPoolClientProps } from './clients/user-pool-client';
export {
  type CustomSenderTrigger,
  type PreTokenGenerationTrigger,
  type PreTokenGenerationVersion,
  type TriggerName,
  type TriggerOptions,
  type Triggers,
  type TriggersProps,
} from './triggers/triggers';
export {
  EmailSender,
  type ISesIdentity,
  type SenderOfDomain,
  type SenderOfIdentity,
  type SesSender,
} from './messages/email-sender';
export { type MessagesProps } from './messages/messages';
export { type DkimRecord, SesIdentity, type SesIdentityProps } from './messages/ses-identity';
export { type Sms } from './messages/sms';
export { checkTexts, type LinkTexts, type Messages, type MessageTexts } from './messages/texts';
export { Group, type GroupOptions, type GroupProps, type GroupRole } from './groups/group';
export { groupsOf } from './groups/known-groups';
export { type AmazonOptions, AmazonProvider, type AmazonProviderProps } from './providers/amazon-provider';
export { type AppleOptions, AppleProvider, type AppleProviderProps } from './providers/apple-provider';
export { type AttributeMapping, type PoolWithAttributes } from './providers/attribute-mapping';
export { type FacebookOptions, FacebookProvider, type FacebookProviderProps } from './providers/facebook-provider';
export { type GoogleOptions, GoogleProvider, type GoogleProviderProps } from './providers/google-provider';
export {
  IdentityProvider,
  type IIdentityProvider,
  type ProviderOptions,
  type ProviderType,
} from './providers/identity-provider';
export { type OidcEndpoints, type OidcOptions, OidcProvider, type OidcProviderProps } from './providers/oidc-provider';
export { SamlMetadata } from './providers/saml-metadata';
export { type SamlOptions, SamlProvider, type SamlProviderProps } from './providers/saml-provider';
export { Secret } from '@gatehouse/construct-kit';
