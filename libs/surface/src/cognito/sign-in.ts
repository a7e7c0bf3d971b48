import type { Unknown, UserPool } from '../model';
import { isUnknown, unknown } from '../model/value';
import type { Resource } from '../terraform/resource';

export function readPasskeys(pool: Resource): boolean | Unknown {
  const settings = pool.block('web_authn_configuration');
  return settings?.isUnknown() ?? settings !== undefined;
}

export function readRecovery(pool: Resource): UserPool<Unknown>['recovery'] {
  const ways = pool.blockOrEmpty('account_recovery_setting').blocks('recovery_mechanism');
  if (isUnknown(ways)) return ways;
  return ways
    .map((way) => ({ name: way.text<RecoveryWay>('name', unknown()), priority: way.number('priority', 0) }))
    .sort((a, b) => rank(a.priority) - rank(b.priority))
    .map(({ name }) => name);
}

type RecoveryWay = 'verified_email' | 'verified_phone_number' | 'admin_only';

const rank = (priority: number | Unknown): number => (isUnknown(priority) ? Infinity : priority);
