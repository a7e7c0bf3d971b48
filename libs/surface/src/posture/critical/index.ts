import { publicRoute } from './public-route';
import { openWebsocket } from './open-websocket';
import { openResourcePolicy } from './open-resource-policy';
import { openFunctionUrl } from './open-function-url';
import { functionOpenToEveryone } from './function-open-to-everyone';
import { corsAnyOriginWithCredentials } from './cors-any-origin-with-credentials';
import { cacheSharedBetweenCallers } from './cache-shared-between-callers';
import { guestRoleTooBroad } from './guest-role-too-broad';
import { roleTrustsAnyIdentityPool } from './role-trusts-any-identity-pool';
import { roleTrustsEveryone } from './role-trusts-everyone';

/** The posture rules that can find something critical. A synthesis where nothing less refuses loads no others. */
export const criticalRules = [
  publicRoute,
  openWebsocket,
  openResourcePolicy,
  openFunctionUrl,
  functionOpenToEveryone,
  corsAnyOriginWithCredentials,
  cacheSharedBetweenCallers,
  guestRoleTooBroad,
  roleTrustsAnyIdentityPool,
  roleTrustsEveryone,
];
