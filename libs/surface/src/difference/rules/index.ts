import { accessDrift } from './access-drift';
import { accessLogRemoved } from './access-log-removed';
import { accessUnknown } from './access-unknown';
import { accountRecoveryWeaker } from './account-recovery-weaker';
import { actionUnknown } from './action-unknown';
import { apiKeyNotRequired } from './api-key-not-required';
import { apiLost } from './api-lost';
import { apiNotDeployed } from './api-not-deployed';
import { apiPolicyOpened } from './api-policy-opened';
import { authFlowWeaker } from './auth-flow-weaker';
import { authorizerCacheLonger } from './authorizer-cache-longer';
import { authorizerReplaced } from './authorizer-replaced';
import { authorizerIssuerAdded } from './authorizer-issuer-added';
import { changeDeferred } from './change-deferred';
import { checkFailed } from './check-failed';
import { clientLost } from './client-lost';
import { clientSecretRemoved } from './client-secret-removed';
import { corsWidened } from './cors-widened';
import { defaultEndpointEnabled } from './default-endpoint-enabled';
import { deletionProtectionRemoved } from './deletion-protection-removed';
import { deploymentReplaced } from './deployment-replaced';
import { executionLogRemoved } from './execution-log-removed';
import { functionExposed } from './function-exposed';
import { groupRoleChanged } from './group-role-changed';
import { guestAccessOpened } from './guest-access-opened';
import { guestRoleWidened } from './guest-role-widened';
import { iamWidened } from './iam-widened';
import { identityPoolLost } from './identity-pool-lost';
import { mfaWeaker } from './mfa-weaker';
import { mutualTlsRemoved } from './mutual-tls-removed';
import { newPublicRoute } from './new-public-route';
import { passwordPolicyWeaker } from './password-policy-weaker';
import { planErrored } from './plan-errored';
import { planIncomplete } from './plan-incomplete';
import { redirectAdded } from './redirect-added';
import { redirectInsecure } from './redirect-insecure';
import { requestValidationRemoved } from './request-validation-removed';
import { resourceServerLost } from './resource-server-lost';
import { roleMappingWidened } from './role-mapping-widened';
import { roleTrustWidened } from './role-trust-widened';
import { routeGuardChanged } from './route-guard-changed';
import { routePublic } from './route-public';
import { schemaChangeFails } from './schema-change-fails';
import { scopeLoosened } from './scope-loosened';
import { selfSignUpOpened } from './self-sign-up-opened';
import { signInProviderLost } from './sign-in-provider-lost';
import { stateAtRisk } from './state-at-risk';
import { tagsOnly } from './tags-only';
import { threatProtectionWeaker } from './threat-protection-weaker';
import { throttleRemoved } from './throttle-removed';
import { tlsWeaker } from './tls-weaker';
import { tokenLifetimeLonger } from './token-lifetime-longer';
import { tokenRevocationRemoved } from './token-revocation-removed';
import { tokenSourceChanged } from './token-source-changed';
import { triggerRemoved } from './trigger-removed';
import { usagePlanRemoved } from './usage-plan-removed';
import { userExistenceRevealed } from './user-existence-revealed';
import { userLost } from './user-lost';
import { userPoolDomainLost } from './user-pool-domain-lost';
import { userPoolLost } from './user-pool-lost';
import { wafRemoved } from './waf-removed';
import { wafWeaker } from './waf-weaker';

/** Every difference rule, the worst first. */
export const differenceRules = [
  actionUnknown,
  apiPolicyOpened,
  deletionProtectionRemoved,
  functionExposed,
  groupRoleChanged,
  guestAccessOpened,
  guestRoleWidened,
  identityPoolLost,
  planErrored,
  planIncomplete,
  roleTrustWidened,
  routePublic,
  stateAtRisk,
  userPoolDomainLost,
  userPoolLost,
  accessDrift,
  accessLogRemoved,
  accessUnknown,
  apiLost,
  authFlowWeaker,
  authorizerReplaced,
  authorizerIssuerAdded,
  changeDeferred,
  checkFailed,
  clientLost,
  clientSecretRemoved,
  corsWidened,
  defaultEndpointEnabled,
  iamWidened,
  mfaWeaker,
  mutualTlsRemoved,
  newPublicRoute,
  passwordPolicyWeaker,
  redirectInsecure,
  resourceServerLost,
  roleMappingWidened,
  routeGuardChanged,
  schemaChangeFails,
  scopeLoosened,
  selfSignUpOpened,
  signInProviderLost,
  threatProtectionWeaker,
  throttleRemoved,
  tlsWeaker,
  tokenLifetimeLonger,
  tokenRevocationRemoved,
  triggerRemoved,
  userLost,
  wafRemoved,
  wafWeaker,
  accountRecoveryWeaker,
  apiKeyNotRequired,
  apiNotDeployed,
  authorizerCacheLonger,
  executionLogRemoved,
  redirectAdded,
  requestValidationRemoved,
  tokenSourceChanged,
  usagePlanRemoved,
  userExistenceRevealed,
  deploymentReplaced,
  tagsOnly,
];
