import type { PostureRule } from './rule';
import { corsAnyOriginWithCredentials } from './rules/cors-any-origin-with-credentials';
import { functionOpenToEveryone } from './rules/function-open-to-everyone';
import { guestsWithWideRole } from './rules/guests-with-wide-role';
import { openFunctionUrl } from './rules/open-function-url';
import { openResourcePolicy } from './rules/open-resource-policy';
import { openWebsocket } from './rules/open-websocket';
import { publicRoute } from './rules/public-route';
import { roleForAnyIdentityPool } from './rules/role-for-any-identity-pool';
import { roleForEveryone } from './rules/role-for-everyone';
import { sharedCache } from './rules/shared-cache';

/** The rules that can find something critical: what lets strangers in. */
export const criticalRules: readonly PostureRule[] = [
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
