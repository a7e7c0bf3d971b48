import { type Areas } from '../../testing/conformance';
import { accessTokenChecks } from './access-tokens';
import { apiGatewayAccess } from './apigateway-access';
import { apiGatewayOther } from './apigateway-other';
import { apiGatewayUpdates } from './apigateway';
import { bootstrap } from './bootstrap';
import { attributes } from './attributes';
import { codes } from './codes';
import { deployments } from './deployments';
import { developerIdentities } from './developer-identities';
import { devices } from './devices';
import { domainProofs } from './domain-proofs';
import { type Gap, type IdentityGap } from './gap';
import { forgotPassword } from './forgot-password';
import { hiddenUsers } from './hidden-users';
import { httpApiDomains } from './http-api-domains';
import { httpApiImport } from './http-api-import';
import { httpApiParts } from './http-api-parts';
import { httpApiStages } from './http-api-stages';
import { identities } from './identities';
import { identityCredentials } from './identity-credentials';
import { identityLogins } from './identity-logins';
import { identityPools } from './identity-pools';
import { identityProviders } from './identity-providers';
import { lockouts } from './lockout';
import { linkedUsers } from './linked-users';
import { mfa } from './mfa';
import { newPassword } from './new-password';
import { openIdTokens } from './open-id-tokens';
import { otherServices } from './other-services';
import { passkeys } from './passkeys';
import { poolSettings } from './pool-settings';
import { poolProviders } from './pool-providers';
import { refreshTokens } from './refresh';
import { restApiDomains } from './rest-api-domains';
import { restApiExtras } from './rest-api-extras';
import { restApiImport } from './rest-api-import';
import { roleMappings } from './role-mappings';
import { secretHashes } from './secret-hash';
import { sessions } from './sessions';
import { signIn } from './sign-in';
import { signUps } from './sign-up';
import { srp } from './srp';
import { totpCodes } from './totp';
import { stateMachines } from './state-machines';
import { tokens } from './tokens';
import { userAuth } from './user-auth';
import { userImports } from './user-imports';
import { userPools } from './user-pools';

export { Aws, Refused } from './aws';

/** Gaps of Cognito, STS and credentials, in docs/identity-conformance.md. */
export const identityGaps: Areas<IdentityGap> = {
  'Cognito user pools': [...userPools, ...poolSettings],
  'Cognito user pools: import of users': userImports,
  'Cognito tokens': [...tokens, ...accessTokenChecks],
  'Cognito sign-in': [...signIn, ...srp],
  'Cognito sign-in: sessions and lockout': [...sessions, ...lockouts],
  'Cognito sign-in: MFA': [...totpCodes, ...mfa],
  'Cognito sign-in: new and forgotten passwords': [...newPassword, ...forgotPassword],
  "Cognito sign-in: first factors of the user's choice": [...userAuth, ...passkeys],
  'Cognito sign-in: SECRET_HASH': secretHashes,
  'Cognito sign-in: users that do not exist': hiddenUsers,
  'Cognito sign-in: refresh and revocation': refreshTokens,
  'Cognito sign-in: devices': devices,
  'Cognito sign-up and attributes': [...signUps, ...attributes, ...codes],
  'Cognito users of other providers': linkedUsers,
  'Cognito identity providers': poolProviders,
  'Cognito identity pools': [...identityPools, ...identities],
  'Cognito identity pools: logins': [...identityLogins, ...identityProviders],
  'Cognito identity pools: credentials': identityCredentials,
  'Cognito identity pools: role mappings': roleMappings,
  'Cognito identity pools: developer identities': developerIdentities,
  'Cognito identity pools: OpenID tokens and STS': openIdTokens,
};

/** Gaps of the other services, in docs/emulator.md. */
export const otherGaps: Readonly<Record<string, readonly Gap[]>> = {
  'API Gateway, updates': apiGatewayUpdates,
  'API Gateway, the rest': apiGatewayOther,
  'API Gateway, access': apiGatewayAccess,
  'API Gateway, deployments': deployments,
  'API Gateway, more of REST APIs': [...restApiExtras, ...restApiDomains, ...restApiImport],
  'API Gateway, HTTP APIs': [...httpApiParts, ...httpApiStages, ...httpApiDomains, ...httpApiImport],
  'Other services': [...otherServices, ...domainProofs, ...stateMachines],
  'Account bootstrap': bootstrap,
};

/** Every gap of moto that we close. */
export const gaps: Readonly<Record<string, readonly Gap[]>> = { ...otherGaps, ...identityGaps };
