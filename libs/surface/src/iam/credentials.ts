import type { Comparison } from '../difference/comparison';
import type { Severity } from '../findings/finding';
import { gainsOfHolder } from './gains';
import type { Holder } from './holders';
import { severityOf } from './severity';

/**
 * How bad it is that someone gets credentials of a user: as bad as what the user may do.
 *
 * @param least where the plan shows no wide rights of the user
 */
export function severityOfCredentials(comparison: Comparison, user: Holder, least: 'high' | 'medium'): Severity {
  const gained = gainsOfHolder(comparison, user);
  const rights = gained && severityOf(gained);
  return rights === 'critical' || rights === 'high' ? rights : least;
}
