import type { Unknown, UserPool } from '../model';
import { isUnknown } from '../model/value';
import type { Resource } from '../terraform/resource';

/**
 * Not set: ESSENTIALS, and with threat protection PLUS.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
 */
export function readTier(pool: Resource): UserPool<Unknown>['tier'] {
  const mode = readThreatProtection(pool);
  if (isUnknown(mode)) return pool.text('user_pool_tier', mode);
  return pool.text('user_pool_tier', mode === 'OFF' ? 'ESSENTIALS' : 'PLUS');
}

export const readThreatProtection = (pool: Resource): UserPool<Unknown>['threatProtection'] =>
  pool.blockOrEmpty('user_pool_add_ons').text('advanced_security_mode', 'OFF');

export const readCustomAuthThreatProtection = (pool: Resource): UserPool<Unknown>['customAuthThreatProtection'] =>
  pool
    .blockOrEmpty('user_pool_add_ons')
    .blockOrEmpty('advanced_security_additional_flows')
    .text('custom_auth_mode', 'OFF');
