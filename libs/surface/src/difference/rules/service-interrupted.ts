import { differenceRule } from '../../findings/rule';
import { lostRoles } from '../lost-roles';
import { refusedApps } from '../refused-apps';
import { refusedCalls } from '../refused-calls';
import { worseSettings } from '../worse-settings';

export const serviceInterrupted = differenceRule({
  id: 'service-interrupted',
  severity: 'high',
  title: 'Callers are refused, or work stops',
  why: 'An app whose key, callback URL or provider is taken away, a function that takes no more calls, and what runs with a role that is gone, fail at once.',
  remediation: 'Keep it until nothing uses it.',
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html',
  find: (comparison) => [
    ...worseSettings('service-interrupted', comparison),
    ...refusedApps(comparison),
    ...refusedCalls(comparison),
    ...lostRoles(comparison),
  ],
});
