import type { PostureRule } from '../rule';
import { accessLogOff } from './access-log-off';
import { apiKeyOnly } from './api-key-only';
import { backendInClear } from './backend-in-clear';
import { bodiesInLogs } from './bodies-in-logs';
import { cacheNotEncrypted } from './cache-not-encrypted';
import { caseSensitiveUsernames } from './case-sensitive-usernames';
import { classicFlow } from './classic-flow';
import { corsAnyOriginWithCredentials } from './cors-any-origin-with-credentials';
import { corsAnyOrigin } from './cors-any-origin';
import { corsInsecureOrigin } from './cors-insecure-origin';
import { deletionProtectionOff } from './deletion-protection-off';
import { executionLogsOff } from './execution-logs-off';
import { functionOpenToEveryone } from './function-open-to-everyone';
import { functionOpenToService } from './function-open-to-service';
import { guestAccess } from './guest-access';
import { guestsWithWideRole } from './guests-with-wide-role';
import { implicitFlow } from './implicit-flow';
import { insecureRedirect } from './insecure-redirect';
import { jwtWithoutAudience } from './jwt-without-audience';
import { longAuthorizerCache } from './long-authorizer-cache';
import { longLivedTokens } from './long-lived-tokens';
import { longTemporaryPassword } from './long-temporary-password';
import { mfaBySmsOnly } from './mfa-by-sms-only';
import { mfaOff } from './mfa-off';
import { noClientCertificate } from './no-client-certificate';
import { noThrottle } from './no-throttle';
import { noWaf } from './no-waf';
import { oldTls } from './old-tls';
import { openDefaultEndpoint } from './open-default-endpoint';
import { openFunctionUrl } from './open-function-url';
import { openResourcePolicy } from './open-resource-policy';
import { openSignUp } from './open-sign-up';
import { openWebsocket } from './open-websocket';
import { passwordInRequest } from './password-in-request';
import { publicRoute } from './public-route';
import { requestNotValidated } from './request-not-validated';
import { roleForAnyIdentityPool } from './role-for-any-identity-pool';
import { roleForEveryone } from './role-for-everyone';
import { roleForGuestsToo } from './role-for-guests-too';
import { selfMadeRole } from './self-made-role';
import { sharedCache } from './shared-cache';
import { signedOutTokensAccepted } from './signed-out-tokens-accepted';
import { threatProtectionOff } from './threat-protection-off';
import { tokenInUrl } from './token-in-url';
import { tokenRevocationOff } from './token-revocation-off';
import { tracingOff } from './tracing-off';
import { unusedAuthorizer } from './unused-authorizer';
import { unverifiedAccounts } from './unverified-accounts';
import { userExistenceShown } from './user-existence-shown';
import { shortPassword } from './short-password';

/** Every posture rule, in the order of docs/rules.md: routes, functions, CORS, stages, user pools, clients, credentials. */
export const postureRules: readonly PostureRule[] = [
  publicRoute,
  openWebsocket,
  apiKeyOnly,
  jwtWithoutAudience,
  unusedAuthorizer,
  longAuthorizerCache,
  tokenInUrl,
  openResourcePolicy,
  openFunctionUrl,
  functionOpenToEveryone,
  functionOpenToService,
  corsAnyOriginWithCredentials,
  corsAnyOrigin,
  corsInsecureOrigin,
  accessLogOff,
  executionLogsOff,
  bodiesInLogs,
  noThrottle,
  noWaf,
  requestNotValidated,
  sharedCache,
  cacheNotEncrypted,
  backendInClear,
  noClientCertificate,
  openDefaultEndpoint,
  oldTls,
  tracingOff,
  mfaOff,
  mfaBySmsOnly,
  shortPassword,
  longTemporaryPassword,
  threatProtectionOff,
  deletionProtectionOff,
  openSignUp,
  unverifiedAccounts,
  caseSensitiveUsernames,
  implicitFlow,
  insecureRedirect,
  passwordInRequest,
  userExistenceShown,
  tokenRevocationOff,
  longLivedTokens,
  selfMadeRole,
  guestsWithWideRole,
  guestAccess,
  roleForAnyIdentityPool,
  roleForGuestsToo,
  roleForEveryone,
  classicFlow,
  signedOutTokensAccepted,
];
