import { publicRoute } from './public-route';
import { openWebsocket } from './open-websocket';
import { openResourcePolicy } from './open-resource-policy';
import { openFunctionUrl } from './open-function-url';
import { functionOpenToEveryone } from './function-open-to-everyone';
import { corsAnyOriginWithCredentials } from './cors-any-origin-with-credentials';
import { sharedCache } from './shared-cache';
import { guestsWithWideRole } from './guests-with-wide-role';
import { roleForAnyIdentityPool } from './role-for-any-identity-pool';
import { roleForEveryone } from './role-for-everyone';

/** The posture rules that can find something critical. A synthesis where nothing less refuses loads no others. */
export const criticalRules = [
  publicRoute,
  openWebsocket,
  openResourcePolicy,
  openFunctionUrl,
  functionOpenToEveryone,
  corsAnyOriginWithCredentials,
  sharedCache,
  guestsWithWideRole,
  roleForAnyIdentityPool,
  roleForEveryone,
];
