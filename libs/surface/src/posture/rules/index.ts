import { criticalRules } from '../critical';
import { accessLogOff } from './access-log-off';
import { apiKeyOnly } from './api-key-only';
import { backendPlainHttp } from './backend-plain-http';
import { dataTraceOn } from './data-trace-on';
import { cacheNotEncrypted } from './cache-not-encrypted';
import { caseSensitiveUsernames } from './case-sensitive-usernames';
import { classicFlow } from './classic-flow';
import { corsAnyOrigin } from './cors-any-origin';
import { corsInsecureOrigin } from './cors-insecure-origin';
import { deletionProtectionOff } from './deletion-protection-off';
import { executionLogsOff } from './execution-logs-off';
import { functionOpenToService } from './function-open-to-service';
import { guestAccess } from './guest-access';
import { implicitFlow } from './implicit-flow';
import { insecureRedirect } from './insecure-redirect';
import { jwtWithoutAudience } from './jwt-without-audience';
import { longAuthorizerCache } from './long-authorizer-cache';
import { tokenLifetimeTooLong } from './token-lifetime-too-long';
import { longTemporaryPassword } from './long-temporary-password';
import { mfaBySmsOnly } from './mfa-by-sms-only';
import { mfaOff } from './mfa-off';
import { noClientCertificate } from './no-client-certificate';
import { noThrottle } from './no-throttle';
import { noWaf } from './no-waf';
import { oldTls } from './old-tls';
import { openDefaultEndpoint } from './open-default-endpoint';
import { openSignUp } from './open-sign-up';
import { passwordInRequest } from './password-in-request';
import { requestNotValidated } from './request-not-validated';
import { roleTrustsGuests } from './role-trusts-guests';
import { userWritableRoleAttribute } from './user-writable-role-attribute';
import { revokedTokensAccepted } from './revoked-tokens-accepted';
import { threatProtectionOff } from './threat-protection-off';
import { tokenInUrl } from './token-in-url';
import { tokenRevocationOff } from './token-revocation-off';
import { tracingOff } from './tracing-off';
import { unusedAuthorizer } from './unused-authorizer';
import { unverifiedSignUp } from './unverified-sign-up';
import { userExistenceShown } from './user-existence-shown';
import { shortPassword } from './short-password';

/** Every posture rule, in the order of docs/rules.md: routes, functions, CORS, stages, user pools, clients, credentials. */
export const postureRules = [
  ...criticalRules,
  apiKeyOnly,
  jwtWithoutAudience,
  unusedAuthorizer,
  longAuthorizerCache,
  tokenInUrl,
  functionOpenToService,
  corsAnyOrigin,
  corsInsecureOrigin,
  accessLogOff,
  executionLogsOff,
  dataTraceOn,
  noThrottle,
  noWaf,
  requestNotValidated,
  cacheNotEncrypted,
  backendPlainHttp,
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
  unverifiedSignUp,
  caseSensitiveUsernames,
  implicitFlow,
  insecureRedirect,
  passwordInRequest,
  userExistenceShown,
  tokenRevocationOff,
  tokenLifetimeTooLong,
  userWritableRoleAttribute,
  guestAccess,
  roleTrustsGuests,
  classicFlow,
  revokedTokensAccepted,
];
